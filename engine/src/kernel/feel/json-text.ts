import { parseNumber } from './decimal.ts';
import type { Run } from './run.ts';
import { toJson, type Json } from './json.ts';
import { newContext, type FeelValue } from './values.ts';

/** Reads JSON text, undefined where it is none. Numbers that JavaScript would round keep their digits. */
export function fromJsonText(text: string): FeelValue | undefined {
  try {
    return fromParsed(JSON.parse(text, keepNumber as (this: unknown, key: string, value: unknown) => unknown) as Parsed);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
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
  const json: Json = toJson(value);
  const text = JSON.stringify(json);
  run.charge(Math.ceil(text.length / 32));
  return text;
}
