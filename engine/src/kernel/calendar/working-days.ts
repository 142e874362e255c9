import { civilFromDays, daysFromCivil, weekdayOf } from '../feel/temporal/civil.ts';
import type { BusinessCalendar, WorkingHours } from './calendar.ts';

/** A calendar made ready to be asked: its exceptions by day since 1970-01-01. */
interface Prepared {
  readonly holidays: ReadonlySet<number>;
  readonly workdays: ReadonlyMap<number, readonly WorkingHours[]>;
}

/** Days looked at in one calculation before it is given up, about 270 years. */
export const mostDays = 100_000;

const prepared = new WeakMap<BusinessCalendar, Prepared>();

function prepare(calendar: BusinessCalendar): Prepared {
  const known = prepared.get(calendar);
  if (known) return known;
  const usual = calendar.week[0] ?? [];
  const made: Prepared = {
    holidays: new Set(calendar.holidays.map(dayOf)),
    workdays: new Map(calendar.workdays.map((day) => (typeof day === 'string' ? [dayOf(day), usual] : [dayOf(day.date), day.hours]))),
  };
  prepared.set(calendar, made);
  return made;
}

/** The day of a text `YYYY-MM-DD`, counted from 1970-01-01. */
export function dayOf(text: string): number {
  const [year = 1970, month = 1, day = 1] = text.split('-').map(Number);
  return daysFromCivil(year, month, day);
}

/** The text `YYYY-MM-DD` of a day. */
export function textOfDay(days: number): string {
  const { year, month, day } = civilFromDays(days);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The working hours of a day, none on a day off. An exceptional working day beats a holiday. */
export function hoursOf(calendar: BusinessCalendar, day: number): readonly WorkingHours[] {
  const { holidays, workdays } = prepare(calendar);
  const exceptional = workdays.get(day);
  if (exceptional) return exceptional;
  return holidays.has(day) ? [] : (calendar.week[weekdayOf(day) - 1] ?? []);
}

export const isBusinessDay = (calendar: BusinessCalendar, day: number): boolean => hoursOf(calendar, day).length > 0;

/** The n-th working day after a day, or before it when n is negative; the day itself for 0. Null where it lies too far away. */
export function addBusinessDays(calendar: BusinessCalendar, day: number, n: number): number | null {
  const direction = n < 0 ? -1 : 1;
  let left = Math.abs(n);
  let at = day;
  for (let looked = 0; left > 0; looked++) {
    if (looked >= mostDays) return null;
    at += direction;
    if (isBusinessDay(calendar, at)) left--;
  }
  return at;
}

/** The day itself when it is a working day, else the next one. */
export const nextBusinessDay = (calendar: BusinessCalendar, day: number): number | null =>
  isBusinessDay(calendar, day) ? day : addBusinessDays(calendar, day, 1);

/** Working days after one day up to and with another; negative backwards. Null where they lie too far apart. */
export function businessDaysBetween(calendar: BusinessCalendar, from: number, to: number): number | null {
  if (Math.abs(to - from) > mostDays) return null;
  if (to < from) {
    let count = 0;
    for (let day = to; day < from; day++) if (isBusinessDay(calendar, day)) count--;
    return count;
  }
  let count = 0;
  for (let day = from + 1; day <= to; day++) if (isBusinessDay(calendar, day)) count++;
  return count;
}
