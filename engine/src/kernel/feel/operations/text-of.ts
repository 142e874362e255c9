import { isNumber, numberText } from '../decimal.ts';
import type { Dialect } from '../run.ts';
import { dateText, dateTimeText, dayTimeText, timeText, yearMonthText } from '../temporal/temporal-text.ts';
import { DayTimeDuration, FeelDate, FeelDateTime, FeelFunction, FeelRange, FeelTime, isList, YearMonthDuration, type FeelContext, type FeelValue } from '../values.ts';

/** Told for each piece of text made, so that its size can be charged and its depth bounded. */
export type Charge = (characters: number, depth: number) => void;

/** A value as FEEL would write it: what `string()` makes of anything but a text. */
export function textOf(value: FeelValue, dialect: Dialect, charge: Charge, depth = 0): string {
  const text = plainText(value, dialect, charge, depth);
  charge(text.length, depth);
  return text;
}

function plainText(value: FeelValue, dialect: Dialect, charge: Charge, depth: number): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return `"${value}"`;
  if (typeof value === 'boolean') return String(value);
  if (isNumber(value)) return numberText(value);
  if (value instanceof FeelDate) return dateText(value);
  if (value instanceof FeelTime) return timeText(value);
  if (value instanceof FeelDateTime) return dateTimeText(value);
  if (value instanceof DayTimeDuration) return dayTimeText(value, dialect);
  if (value instanceof YearMonthDuration) return yearMonthText(value, dialect);
  if (value instanceof FeelFunction) return `function(${value.parameters.join(', ')})`;
  const inner = (item: FeelValue): string => textOf(item, dialect, charge, depth + 1);
  if (value instanceof FeelRange) return rangeText(value, inner);
  if (isList(value)) return `[${value.map(inner).join(', ')}]`;
  return contextText(value as FeelContext, dialect, inner);
}

function rangeText(range: FeelRange, inner: (item: FeelValue) => string): string {
  if (range.start === undefined) return `${range.endIncluded ? '<=' : '<'} ${inner(range.end ?? null)}`;
  if (range.end === undefined) return `${range.startIncluded ? '>=' : '>'} ${inner(range.start)}`;
  return `${range.startIncluded ? '[' : '('}${inner(range.start)}..${inner(range.end)}${range.endIncluded ? ']' : ')'}`;
}

function contextText(context: FeelContext, dialect: Dialect, inner: (item: FeelValue) => string): string {
  const entries = Object.entries(context);
  if (dialect === 'camunda') return `{${entries.map(([name, value]) => `${name}:${inner(value)}`).join(', ')}}`;
  return `{${entries.map(([name, value]) => `${/^[\p{ID_Start}_][\p{ID_Continue}\s]*$/u.test(name) ? name : `"${name}"`}: ${inner(value)}`).join(', ')}}`;
}
