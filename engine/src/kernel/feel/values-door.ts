import { equal } from './operations/equality.ts';
import { Run } from './run.ts';
import { parseDate, parseDateTime, parseDuration, parseTime } from './temporal/parse-temporal.ts';
import type { FeelValue } from './values.ts';

/** Whether two values are equal in FEEL; values of different types are not. */
export function equalValues(a: FeelValue, b: FeelValue): boolean {
  const run = new Run({ now: 0, zone: 'UTC', budget: { steps: 10_000_000 } }, 'camunda');
  return equal(a, b, run) === true;
}

const parsers: Readonly<Record<string, (text: string) => FeelValue>> = {
  date: parseDate,
  time: parseTime,
  'date and time': parseDateTime,
  'days and time duration': parseDuration,
  'years and months duration': parseDuration,
};

/** The temporal value of a type that a text names, or null. */
export const parseTemporal = (type: string, text: string): FeelValue => parsers[type]?.(text) ?? null;
