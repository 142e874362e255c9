import { isNode, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import type { ConfigFinding } from './tenant-config.ts';

/** A file read and checked against its schema, with the way back from a path to its line. */
export interface ReadFile<T> {
  readonly file: string;
  readonly value: T;
  finding(path: readonly PropertyKey[], message: string): ConfigFinding;
}

export type Reading<T> = { readonly ok: true; readonly read: ReadFile<T> } | { readonly ok: false; readonly findings: readonly ConfigFinding[] };

/** Reads YAML 1.2: dates and times stay texts, a key that stands twice is refused, and so are references that would multiply the text. */
export function readYaml<Schema extends z.ZodType>(file: string, text: string, schema: Schema): Reading<z.output<Schema>> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, prettyErrors: false });
  if (document.errors.length > 0) return { ok: false, findings: document.errors.map((error) => ({ file, path: '', line: lines.linePos(error.pos[0]).line, message: `This is no YAML: ${error.message}` })) };
  const finding = (path: readonly PropertyKey[], message: string): ConfigFinding => ({ file, path: pathText(path), line: lineOf(document, lines, path), message });
  const value = plain(document);
  if (value === tooManyReferences) return { ok: false, findings: [finding([], 'This is no YAML: its references multiply the text.')] };
  const parsed = schema.safeParse(value, { reportInput: true });
  if (!parsed.success) return { ok: false, findings: parsed.error.issues.flatMap((issue) => tellIssue(issue, finding)) };
  return { ok: true, read: { file, value: parsed.data, finding } };
}

const tooManyReferences = Symbol('too many references');

function plain(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 10 });
  } catch (error) {
    if (error instanceof ReferenceError) return tooManyReferences;
    throw error;
  }
}

type Issue = z.core.$ZodIssue;

function tellIssue(issue: Issue, finding: ReadFile<unknown>['finding']): ConfigFinding[] {
  const { path } = issue;
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => finding([...path, key], `“${key}” is not known here.`));
  if (issue.code === 'invalid_union') return issue.errors.length > 0 ? closest(issue.errors).flatMap((inner) => tellIssue({ ...inner, path: [...path, ...inner.path] } as Issue, finding)) : [finding(path, issue.message)];
  if (issue.code === 'invalid_key') return [finding(path, issue.issues[0]?.message ?? issue.message)];
  if (issue.code === 'invalid_type' && issue.input === undefined) return [finding(path, `“${String(path.at(-1) ?? 'it')}” is missing.`)];
  if (issue.code === 'invalid_type') return [finding(path, `This must be ${issue.expected === 'array' ? 'a list' : issue.expected === 'object' ? 'a mapping' : `a ${issue.expected}`}.`)];
  if (issue.code === 'invalid_value') return [finding(path, `This must be one of ${issue.values.map(String).join(', ')}.`)];
  return [finding(path, issue.message)];
}

/** Of the alternatives of a union, the one that was nearly met: what is told about it helps most. */
function closest(alternatives: readonly (readonly Issue[])[]): readonly Issue[] {
  const misses = (issues: readonly Issue[]) => issues.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : 1) + (issue.path.length === 0 && issue.code === 'invalid_type' ? 10 : 0), 0);
  return alternatives.reduce((best, one) => (misses(one) < misses(best) ? one : best));
}

function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, step) => (typeof step === 'number' ? `${text}[${step}]` : text === '' ? String(step) : `${text}.${String(step)}`), '');
}

/** The line of the node at a path, or of the closest one around it. */
function lineOf(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}
