import { toJson, type FeelValue } from '../feel/index.ts';
import type { Json } from '../json.ts';
import { isFeel, type ExpressionText } from '../model/expression-text.ts';
import { success, type Failure, type Result } from '../outcome.ts';
import { deepestValue, sizeOf } from '../variables/size-of.ts';
import { evaluate, refuseValue, type Asking } from './evaluate.ts';
import { readInstant } from './read-instant.ts';

type Reader<T> = (value: FeelValue) => T | undefined;

function typed<T>(asking: Asking, text: ExpressionText, expected: string, read: Reader<T>): Result<T, Failure> {
  const value = evaluate(asking, text);
  if (!value.ok) return value;
  const found = read(value.value);
  return found === undefined ? refuseValue(asking, text, value.value, expected) : success(found);
}

/** A value as JSON, unless it nests too deep. */
export function boundedJson(value: FeelValue): Json | undefined {
  const json = toJson(value);
  return Number.isFinite(sizeOf(json)) ? json : undefined;
}

const text: Reader<string> = (value) => (typeof value === 'string' ? value : undefined);

export const evaluateJson = (asking: Asking, source: ExpressionText): Result<Json, Failure> => typed(asking, source, `a value that nests at most ${deepestValue} deep`, boundedJson);

export const evaluateText = (asking: Asking, source: ExpressionText): Result<string, Failure> => typed(asking, source, 'a string', text);

export const evaluateBoolean = (asking: Asking, source: ExpressionText): Result<boolean, Failure> =>
  typed(asking, source, 'a boolean', (value) => (typeof value === 'boolean' ? value : undefined));

/** Null and the empty text stand for nothing. */
export const evaluateOptionalText = (asking: Asking, source: ExpressionText): Result<string | null, Failure> =>
  typed<string | null>(asking, source, 'a string or null', (value) => (value === null || value === '' ? null : text(value)));

/** A text, or a number as text: what messages are correlated by. */
export const evaluateKey = (asking: Asking, source: ExpressionText): Result<string, Failure> =>
  typed(asking, source, 'a string or a number', (value) => {
    const json = toJson(value);
    return typeof json === 'string' || typeof json === 'number' ? String(json) : undefined;
  });

export const evaluateInteger = (asking: Asking, source: ExpressionText, from: number, to: number): Result<number, Failure> =>
  typed(asking, source, `a whole number from ${from} to ${to}`, (value) => {
    const json = toJson(value);
    const number = typeof json === 'string' && !isFeel(source) && json.trim() !== '' ? Number(json) : json;
    return typeof number === 'number' && Number.isInteger(number) && number >= from && number <= to ? number : undefined;
  });

export const evaluateList = (asking: Asking, source: ExpressionText): Result<readonly FeelValue[], Failure> =>
  typed(asking, source, 'a list', (value) => (Array.isArray(value) ? (value as readonly FeelValue[]) : undefined));

/** A list of texts; as plain text they stand with commas between them. Null is the empty list. */
export const evaluateTexts = (asking: Asking, source: ExpressionText): Result<readonly string[], Failure> =>
  typed<readonly string[]>(asking, source, 'a list of strings', (value) => {
    if (value === null) return [];
    if (typeof value === 'string' && !isFeel(source)) return value.split(',').map((part) => part.trim()).filter((part) => part !== '');
    return Array.isArray(value) && value.every((item) => typeof item === 'string') ? (value as readonly string[]) : undefined;
  });

/** A date with time, as value or ISO 8601 text, in epoch milliseconds; null and the empty text stand for none. */
export const evaluateOptionalInstant = (asking: Asking, source: ExpressionText): Result<number | null, Failure> =>
  typed<number | null>(asking, source, 'a date and time', (value) =>
    value === null || value === '' ? null : (readInstant(value, asking.turn.context.zone) ?? undefined),
  );
