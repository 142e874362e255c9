import { parseNumber } from '../decimal.ts';
import { order } from '../operations/ordering.ts';
import { parseTemporalText } from '../temporal/temporal-literal.ts';
import { FeelRange, type FeelValue } from '../values.ts';

const pattern = /^\s*([[(\]])\s*(.*?)\s*\.\.\s*(.*?)\s*([\])[])\s*$/su;

const longest = 500;

/** A range from its text; the bounds are numbers, texts in quotes, or temporal values (`@"…"`, `date("…")`), and one may be missing. */
export function parseRangeText(text: string): FeelRange | null {
  const match = text.length > longest ? null : pattern.exec(text);
  if (!match) return null;
  const [, opening, low = '', high = '', closing] = match;
  const [start, end] = [parseBound(low), parseBound(high)];
  const [startIncluded, endIncluded] = [opening === '[', closing === ']'];
  if (start === null || end === null || (start === undefined && (end === undefined || startIncluded)) || (end === undefined && endIncluded)) return null;
  if (start !== undefined && end !== undefined) {
    const difference = order(start, end);
    if (difference === null || difference > 0) return null;
  }
  return new FeelRange(start, startIncluded, end, endIncluded);
}

/** Undefined for a missing bound, null for one that can't be read. */
function parseBound(text: string): FeelValue | undefined {
  if (text === '') return undefined;
  const quoted = /^"((?:[^"\\]|\\.)*)"$/su.exec(text);
  if (quoted) return quoted[1] ?? '';
  const temporal = /^(?:@|(?:date and time|date|time|duration)\s*\(\s*)"([^"]*)"\s*\)?$/u.exec(text);
  return temporal ? parseTemporalText(temporal[1] ?? '') : parseNumber(text);
}
