import type { FeelValue } from '../feel/index.ts';
import { midnight, newDateTime, toEpochMilliseconds } from '../feel/temporal/instants.ts';
import { parseDateTime } from '../feel/temporal/parse-temporal.ts';
import { FeelDate, FeelDateTime } from '../feel/values.ts';

/** Epoch milliseconds of a date and time, as value or ISO 8601 text; one without an offset is meant in the zone. Null when it is none. */
export function readInstant(value: FeelValue, zone: string): number | null {
  const read = typeof value === 'string' ? parseDateTime(value) : value instanceof FeelDate ? midnight(value) : value;
  if (!(read instanceof FeelDateTime)) return null;
  const placed = read.offset === null ? newDateTime(read.date, read.second, read.nano, { zone, offset: null }) : read;
  return placed && toEpochMilliseconds(placed);
}
