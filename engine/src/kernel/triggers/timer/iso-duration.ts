import { atEpochMilliseconds, newDate, newDateTime, toEpochMilliseconds, daysOf, dateFromDays } from '../../feel/temporal/instants.ts';
import { daysOfMonth } from '../../feel/temporal/civil.ts';

/** An ISO 8601 duration: months and days are counted on the calendar of a zone, the rest is exact. */
export interface IsoDuration {
  readonly months: number;
  readonly days: number;
  readonly milliseconds: number;
}

const pattern = /^(-)?P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,](\d{1,9}))?S)?)?$/;
const longest = 60;

export function parseIsoDuration(text: string): IsoDuration | null {
  const match = text.length <= longest && !text.endsWith('T') && !text.endsWith('P') ? pattern.exec(text) : null;
  if (!match) return null;
  const [minus, years, months, weeks, days, hours, minutes, seconds] = [match[1] ? -1 : 1, ...match.slice(2, 9).map((part) => Number(part ?? 0))] as [number, number, number, number, number, number, number, number];
  const fraction = Math.trunc(Number(`0.${match[9] ?? '0'}`) * 1000);
  const duration = {
    months: minus * (years * 12 + months),
    days: minus * (weeks * 7 + days),
    milliseconds: minus * (((hours * 60 + minutes) * 60 + seconds) * 1000 + fraction),
  };
  return Object.values(duration).every(Number.isSafeInteger) ? duration : null;
}

/** Whether it leads into the future. */
export const isForward = ({ months, days, milliseconds }: IsoDuration): boolean => Math.min(months, days, milliseconds) >= 0 && Math.max(months, days, milliseconds) > 0;

/** The instant after a duration. The day of a month that is too short becomes its last. Null beyond the years that a calendar knows. */
export function addDuration(at: number, { months, days, milliseconds }: IsoDuration, zone: string): number | null {
  if (months === 0 && days === 0) return at + milliseconds;
  const local = atEpochMilliseconds(at, zone);
  if (!local) return null;
  const month = local.date.year * 12 + local.date.month - 1 + months;
  const [year, monthOfYear] = [Math.floor(month / 12), (((month % 12) + 12) % 12) + 1];
  const date = newDate(year, monthOfYear, Math.min(local.date.day, daysOfMonth(year, monthOfYear)));
  const day = date && dateFromDays(daysOf(date) + days);
  const moved = day && newDateTime(day, local.second, local.nano, { zone: local.zone, offset: local.zone === null ? local.offset : null });
  return moved && toEpochMilliseconds(moved) + milliseconds;
}

/** `addDuration` by the text of a duration; null when it is none. */
export function addIsoDuration(text: string, at: number, zone: string): number | null {
  const duration = parseIsoDuration(text);
  return duration && addDuration(at, duration, zone);
}
