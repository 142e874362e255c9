import type { FeelDate, FeelDateTime, FeelDuration, FeelTime } from '../values.ts';
import { parseDate, parseDateTime, parseDuration, parseTime } from './parse-temporal.ts';

/** The date, time, date and time, or duration that a text names, or null. */
export function parseTemporalText(text: string): FeelDate | FeelTime | FeelDateTime | FeelDuration | null {
  return parseDate(text) ?? parseTime(text) ?? parseDateTime(text) ?? parseDuration(text);
}
