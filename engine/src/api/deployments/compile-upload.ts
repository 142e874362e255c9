import { largestResource, type Finding, type ResourceFinding } from '../../contract/index.ts';
import { compileBpmn, compileDecisions, type CompiledReferences } from '../../compile/index.ts';
import { readFormSchema } from '../../forms/index.ts';
import type { NewResource } from '../../store/index.ts';
import type { UploadedFile } from './read-upload.ts';
import { toNewProcess } from './to-new-process.ts';

/** Files checked and compiled. With an error among the findings nothing may be stored. */
export interface CompiledUpload {
  readonly resources: readonly NewResource[];
  readonly references: readonly { readonly resourceName: string; readonly references: CompiledReferences }[];
  readonly findings: readonly ResourceFinding[];
}

type Compiled = { readonly resource: NewResource | null; readonly references?: readonly CompiledReferences[]; readonly findings: readonly Finding[] };

export function compileUpload(files: readonly UploadedFile[]): CompiledUpload {
  const texts = files.map(({ name, content }) => ({ name, ...decode(content) }));
  const decisions = texts.flatMap(({ name, text }) => (kindOf(name) === 'dmn' && text !== null ? [text] : []));
  const compiled = texts.map(({ name, text, finding }) => ({ name, ...(text === null ? { resource: null, findings: finding } : compileFile(name, text, decisions)) }) as Compiled & { readonly name: string });
  return {
    resources: compiled.flatMap(({ resource }) => resource ?? []),
    references: compiled.flatMap(({ name, references = [] }) => references.map((one) => ({ resourceName: name, references: one }))),
    findings: compiled.flatMap(({ name, findings }) => findings.map((finding) => ({ ...finding, resourceName: name }))),
  };
}

/** What a file holds, by the end of its name. */
export function kindOf(name: string): NewResource['kind'] | null {
  if (/\.bpmn$/i.test(name)) return 'bpmn';
  if (/\.dmn$/i.test(name)) return 'dmn';
  return /\.(form|json)$/i.test(name) ? 'form' : null;
}

function decode(content: Uint8Array | null): { readonly text: string; readonly finding: readonly [] } | { readonly text: null; readonly finding: readonly Finding[] } {
  if (content === null) return { text: null, finding: [fault('too-large', `The file has more than ${largestResource / 1024 / 1024} MB.`)] };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(content), finding: [] };
  } catch {
    return { text: null, finding: [fault('not-utf-8', 'The file is not written in UTF-8.')] };
  }
}

function fault(code: string, message: string): Finding {
  return { elementId: null, line: null, severity: 'error', code, message };
}

function compileFile(name: string, text: string, decisions: readonly string[]): Compiled {
  const kind = kindOf(name);
  switch (kind) {
    case 'bpmn': {
      const { processes, findings } = compileBpmn(text);
      const made = processes.map(toNewProcess);
      return {
        resource: { name, kind, content: text, processes: made.map(({ process }) => process), requirements: null, form: null },
        references: processes.map(({ references }) => references),
        findings: [...findings, ...made.flatMap(({ findings: more }) => more)],
      };
    }
    case 'dmn': {
      const { model, findings } = compileDecisions(text, decisions.filter((other) => other !== text));
      if (model === null) return { resource: null, findings };
      const json = JSON.stringify(model);
      const made = model.decisions.map((decision) => ({ decisionDefinitionId: decision.id, name: decision.name, versionTag: null, model: json }));
      return { resource: { name, kind, content: text, processes: [], requirements: { decisionRequirementsId: model.id, name: model.name, decisions: made }, form: null }, findings };
    }
    case 'form': {
      const { schema, findings } = readFormSchema(text);
      if (schema === null) return { resource: null, findings };
      return { resource: { name, kind, content: text, processes: [], requirements: null, form: { formId: schema.id, versionTag: versionTagOf(schema) } }, findings };
    }
    case null:
      return { resource: null, findings: [fault('unknown-kind', 'What is deployed ends in .bpmn, .dmn, .form or .json (a form).')] };
    default:
      return kind satisfies never;
  }
}

function versionTagOf(schema: object): string | null {
  return 'versionTag' in schema && typeof schema.versionTag === 'string' ? schema.versionTag : null;
}
