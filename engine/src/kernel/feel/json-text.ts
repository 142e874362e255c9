import { parseNumber } from './decimal.ts';
import type { Run } from './run.ts';
import { toJson } from './json.ts';
import { measure } from './operations/measure.ts';
import { newContext, type FeelValue } from './values.ts';

/** Reads JSON text, undefined where it is none. Numbers that JavaScript would round keep their digits. */
export function fromJsonText(text: string): FeelValue | undefined {
  if (nesting(text) > deepest) return undefined;
  try {
    return fromParsed(JSON.parse(text, keepNumber as (this: unknown, key: string, value: unknown) => unknown) as Parsed);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const deepest = 400;

/** How deep brackets nest in a text, those in strings left out. */
function nesting(text: string): number {
  let [depth, most, inString] = [0, 0, false];
  for (let i = 0; i < text.length; i++) {
    const sign = text.charAt(i);
    if (inString) {
      if (sign === '\\') i++;
      else if (sign === '"') inString = false;
    } else if (sign === '"') inString = true;
    else if (sign === '[' || sign === '{') most = Math.max(most, ++depth);
    else if (sign === ']' || sign === '}') depth--;
  }
  return most;
}

type Parsed = null | boolean | string | Kept | Parsed[] | { [name: string]: Parsed };

/** A number with its text. */
class Kept {
  readonly source: string;
  constructor(source: string) {
    this.source = source;
  }
}

function keepNumber(_: string, value: unknown, context?: { readonly source?: string }): unknown {
  return typeof value === 'number' ? new Kept(context?.source ?? String(value)) : value;
}

function fromParsed(value: Parsed): FeelValue {
  if (value instanceof Kept) return parseNumber(value.source);
  if (Array.isArray(value)) return value.map(fromParsed);
  if (value === null || typeof value !== 'object') return value;
  const context = newContext();
  for (const [name, entry] of Object.entries(value)) context[name] = fromParsed(entry);
  return context;
}

export function toJsonText(value: FeelValue, run: Run): string {
  measure(value, run);
  return JSON.stringify(toJson(value));
}
