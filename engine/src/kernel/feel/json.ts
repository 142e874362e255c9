import type { Json, JsonObject } from '../json.ts';
import { isDecimal, toDouble } from './decimal.ts';
import { clockText, dateText, dayTimeText, isoDateTimeText, offsetText, yearMonthText } from './temporal/temporal-text.ts';
import { DayTimeDuration, FeelDate, FeelDateTime, FeelFunction, FeelObject, FeelTime, isList, YearMonthDuration, type FeelValue } from './values.ts';
import { describe } from './operations/describe.ts';

export type { Json, JsonObject };

/** JSON is a value as it stands: numbers count by their shortest decimal text. */
export const fromJson = (json: Json): FeelValue => json as FeelValue;

/** A value as JSON: decimals as the nearest number (null beyond the range of JSON), temporal values as ISO 8601 text, ranges and functions as the text FEEL gives them. */
export function toJson(value: FeelValue): Json {
  if (value === null || typeof value !== 'object') return value;
  if (isDecimal(value)) return finite(toDouble(value));
  if (value instanceof FeelObject) return objectText(value);
  if (isList(value)) return value.map(toJson);
  const object: JsonObject = {};
  for (const [name, entry] of Object.entries(value)) {
    if (name === '__proto__') Object.defineProperty(object, name, { value: toJson(entry), enumerable: true, configurable: true, writable: true });
    else object[name] = toJson(entry);
  }
  return object;
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

function objectText(value: FeelObject): string {
  if (value instanceof FeelDate) return dateText(value);
  if (value instanceof FeelTime) return clockText(value.second, value.nano) + (value.offset === null ? '' : offsetText(value.offset));
  if (value instanceof FeelDateTime) return isoDateTimeText(value);
  if (value instanceof DayTimeDuration) return dayTimeText(value, 'standard');
  if (value instanceof YearMonthDuration) return yearMonthText(value, 'standard');
  return value instanceof FeelFunction ? `function(${value.parameters.join(', ')})` : describe(value as FeelValue);
}
