import type { Json } from '../../kernel/index.ts';
import { optionsOf, type FormComponent } from '../schema/form-schema.ts';
import { compilePattern } from './match-pattern.ts';
import type { ProblemCode } from './problem-codes.ts';

/** A value as its field keeps it, or why it isn't one. */
export type Reading = { readonly ok: true; readonly value: Json } | { readonly ok: false; readonly code: ProblemCode; readonly limit?: number };

const longestText = 100_000;
const good = (value: Json): Reading => ({ ok: true, value });
const bad = (code: ProblemCode, limit?: number): Reading => ({ ok: false, code, ...(limit !== undefined && { limit }) });

/** Reads a value that is neither object nor table. Null, absent and the empty text are all "none". */
export function readValue(component: FormComponent, value: Json | undefined): Reading {
  if (value === undefined || value === null || value === '') return good(emptyOf(component));
  if (component.type === 'selectboxes') return readChoices(component, value);
  if (component.multiple !== true) return readOne(component, value);
  if (!Array.isArray(value)) return bad('wrong-type');
  if (value.length > 1_000) return bad('too-many-rows', 1_000);
  const readings = value.map((one) => readOne(component, one));
  return readings.find((reading) => !reading.ok) ?? good(readings.map((reading) => (reading as { value: Json }).value));
}

/** What a field holds that nobody has filled in. */
export function emptyOf({ type, multiple }: FormComponent): Json {
  if (type === 'selectboxes' || type === 'datagrid' || type === 'editgrid' || multiple === true) return [];
  return type === 'checkbox' ? false : null;
}

function readOne(component: FormComponent, value: Json): Reading {
  switch (component.type) {
    case 'number':
      return readNumber(component, value);
    case 'checkbox':
      return typeof value === 'boolean' ? good(value) : bad('wrong-type');
    case 'radio':
    case 'select':
      return readOption(component, value);
    case 'datetime':
      return typeof value === 'string' ? readDate(component, value) : bad('wrong-type');
    case 'hidden':
      return good(value);
    default:
      return typeof value === 'string' ? readText(component, value) : bad('wrong-type');
  }
}

function readText(component: FormComponent, text: string): Reading {
  if (text.includes('\u0000') || !text.isWellFormed()) return bad('bad-text');
  const longest = Math.min(component.validate?.maxLength || longestText, longestText);
  if (text.length > longest) return bad('too-long', longest);
  if (component.type === 'email' && !/^[^\s@]{1,64}@[^\s@]{1,190}\.[^\s@.]{2,63}$/.test(text)) return bad('not-an-email');
  const { pattern } = component.validate ?? {};
  return pattern && compilePattern(pattern)?.matches(text) !== true ? bad('no-match') : good(text);
}

function readNumber({ validate }: FormComponent, value: Json): Reading {
  if (typeof value !== 'number' || !Number.isFinite(value)) return bad('wrong-type');
  return validate?.integer === true && !Number.isInteger(value) ? bad('not-whole') : good(value);
}

function readOption(component: FormComponent, value: Json): Reading {
  const options = optionsOf(component).map((option) => (component.dataType === 'number' ? Number(option.value) : option.value));
  return options.some((option) => option === value) ? good(value) : bad('not-an-option');
}

/** Either a list of options or, as Form.io keeps it, an object of booleans by option; always kept as a list, in the order of the options. */
function readChoices(component: FormComponent, value: Json): Reading {
  if (typeof value !== 'object' || value === null) return bad('wrong-type');
  const chosen = Array.isArray(value) ? value : Object.entries(value).flatMap(([option, on]) => (on === true ? [option] : on === false || option === '' ? [] : [on]));
  const options = optionsOf(component).map((option) => String(option.value));
  if (chosen.some((one) => typeof one !== 'string' || !options.includes(one))) return bad('not-an-option');
  if (!Array.isArray(value) && Object.keys(value).some((option) => option !== '' && !options.includes(option))) return bad('not-an-option');
  return good(options.filter((option) => chosen.includes(option)));
}

const dayText = /^(\d{4})-(\d{2})-(\d{2})(?:T00:00(?::00(?:\.0+)?)?(?:Z|[+-]\d{2}:\d{2})?)?$/;
const momentText = /^(\d{4})-(\d{2})-(\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** A day is kept as `YYYY-MM-DD`, a moment as ISO 8601 with its offset. */
function readDate(component: FormComponent, text: string): Reading {
  const match = (component.enableTime === false ? dayText : momentText).exec(text);
  if (match === null) return bad('not-a-date');
  const [year, month, day] = match.slice(1, 4).map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || Number.isNaN(Date.parse(text))) return bad('not-a-date');
  return good(component.enableTime === false ? text.slice(0, 10) : text);
}
