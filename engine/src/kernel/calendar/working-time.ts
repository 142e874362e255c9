import { offsetAt, offsetOfLocal } from '../feel/zones/zones.ts';
import type { BusinessCalendar, WorkingHours } from './calendar.ts';
import { addBusinessDays, hoursOf, mostDays } from './working-days.ts';

const secondsOfDay = 86_400;

/** Where an instant lies on the clock of a calendar's zone. */
interface LocalTime {
  readonly day: number;
  /** Second of the day. */
  readonly second: number;
}

function localOf(calendar: BusinessCalendar, instant: number): LocalTime {
  const local = instant + offsetAt(calendar.zone, instant);
  const day = Math.floor(local / secondsOfDay);
  return { day, second: local - day * secondsOfDay };
}

/** The instant of a local time, epoch seconds; a time that the clocks leave out moves on. */
function instantOf(calendar: BusinessCalendar, day: number, second: number): number {
  const local = day * secondsOfDay + second;
  const { offset, shift } = offsetOfLocal(calendar.zone, local, null);
  return local + shift - offset;
}

/** The day of an instant in epoch milliseconds, in the calendar's zone. */
export const businessDayOf = (calendar: BusinessCalendar, milliseconds: number): number => localOf(calendar, Math.floor(milliseconds / 1000)).day;

/** An instant moved by working days: the same time of day on the clock of the calendar's zone. Epoch milliseconds; null where it lies too far away. */
export function addBusinessDaysToInstant(calendar: BusinessCalendar, milliseconds: number, n: number): number | null {
  const seconds = Math.floor(milliseconds / 1000);
  const { day, second } = localOf(calendar, seconds);
  const moved = addBusinessDays(calendar, day, n);
  return moved === null ? null : moved === day ? milliseconds : instantOf(calendar, moved, second) * 1000 + (milliseconds - seconds * 1000);
}

/** A stretch of working time, in epoch seconds. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

const stretchesOf = (calendar: BusinessCalendar, day: number): Stretch[] =>
  hoursOf(calendar, day).map(({ from, to }: WorkingHours) => ({ from: instantOf(calendar, day, from * 60), to: instantOf(calendar, day, to * 60) }));

/**
 * An instant moved by working time. Time outside of working hours does not count; real time passes at working speed also on the days when the clocks change.
 * @param milliseconds epoch milliseconds
 * @param seconds of working time; negative goes back
 * @returns epoch milliseconds, or null where it lies too far away
 */
export function addBusinessTime(calendar: BusinessCalendar, milliseconds: number, seconds: number): number | null {
  if (seconds === 0) return milliseconds;
  return seconds > 0 ? forwards(calendar, milliseconds / 1000, seconds) : backwards(calendar, milliseconds / 1000, -seconds);
}

function forwards(calendar: BusinessCalendar, start: number, seconds: number): number | null {
  const { day } = localOf(calendar, Math.floor(start));
  let left = seconds;
  for (let looked = 0; looked < mostDays; looked++) {
    for (const { from, to } of stretchesOf(calendar, day + looked)) {
      const begin = Math.max(from, start);
      if (begin >= to) continue;
      if (left <= to - begin) return Math.round((begin + left) * 1000);
      left -= to - begin;
    }
  }
  return null;
}

function backwards(calendar: BusinessCalendar, start: number, seconds: number): number | null {
  const { day } = localOf(calendar, Math.floor(start));
  let left = seconds;
  for (let looked = 0; looked < mostDays; looked++) {
    for (const { from, to } of stretchesOf(calendar, day - looked).reverse()) {
      const end = Math.min(to, start);
      if (end <= from) continue;
      if (left <= end - from) return Math.round((end - left) * 1000);
      left -= end - from;
    }
  }
  return null;
}
