import { addBusinessDays, addBusinessDaysToInstant, addBusinessTime, businessDayOf, businessDaysBetween, findCalendar, isBusinessDay, nextBusinessDay, type BusinessCalendar } from '../../calendar/index.ts';
import { toDouble, toInteger, type FeelNumber } from '../decimal.ts';
import type { Run } from '../run.ts';
import { dateFromDays, daysOf, floorDivide, fromInstant, instantNanos, newDateTime } from '../temporal/instants.ts';
import { FeelDate, type FeelDateTime, type FeelValue } from '../values.ts';
import { define, failed, optional, parameter, type Form } from './define.ts';
import { day, dateTime, dayTime, number, orNull, text } from './types.ts';

const date = parameter('date', day);
const calendar = optional('calendar', orNull(text));

/** Working days and hours by the tenant's business calendars; the first calendar where none is named. */
export const businessFunctions: readonly Form[] = [
  define('add business days', [date, parameter('days', number), calendar], (run, from, days, id) => {
    const [found, n] = [calendarOf('add business days', id, run), toInteger(days)];
    if (!found) return null;
    if (n === null) return failed(run, 'add business days', 'the number of days must be whole');
    run.charge(1 + Math.abs(n));
    return move(from, (at) => addBusinessDays(found, at, n), (at) => addBusinessDaysToInstant(found, at, n)) ?? failed(run, 'add business days', 'the day lies too far away');
  }),
  define('next business day', [date, calendar], (run, from, id) => {
    const found = calendarOf('next business day', id, run);
    if (!found) return null;
    run.charge(30);
    const days = nextBusinessDay(found, dayIn(from, found));
    return (days === null ? null : dateFromDays(days)) ?? failed(run, 'next business day', 'the day lies too far away');
  }),
  define('business days between', [parameter('from', day), parameter('to', day), calendar], (run, from, to, id) => {
    const found = calendarOf('business days between', id, run);
    if (!found) return null;
    const [a, b] = [dayIn(from, found), dayIn(to, found)];
    run.charge(1 + Math.min(Math.abs(b - a), 100_000));
    return businessDaysBetween(found, a, b) ?? failed(run, 'business days between', 'the days lie too far apart');
  }),
  define('is business day', [date, calendar], (run, from, id) => {
    const found = calendarOf('is business day', id, run);
    return found && isBusinessDay(found, dayIn(from, found));
  }),
  define('add business hours', [parameter(['date', 'date and time'], dateTime), parameter('hours', number), calendar], (run, from, hours, id) => addHours(run, from, hours, id)),
  define('add business hours', [parameter(['date', 'date and time'], dateTime), parameter(['hours', 'duration'], dayTime), calendar], (run, from, duration, id) =>
    addHours(run, from, Number(duration.nanos) / 3_600e9, id),
  ),
];

function calendarOf(name: string, id: string | null, run: Run): BusinessCalendar | null {
  const found = findCalendar(run.environment.calendars, id);
  return found ?? failed(run, name, id === null ? 'no business calendar is configured' : `there is no business calendar '${id}'`);
}

const millisecondsOf = (value: FeelDateTime): number => Number(floorDivide(instantNanos(value), 1_000_000n));

/** The day that a value means in a calendar: a time that stands against UTC is told by the calendar's zone. */
function dayIn(value: FeelDate | FeelDateTime, found: BusinessCalendar): number {
  if (value instanceof FeelDate) return daysOf(value);
  return value.offset === null ? daysOf(value.date) : businessDayOf(found, millisecondsOf(value));
}

/** Moves a day, the day of a local time, or an instant, which stays told by its own place. */
function move(value: FeelDate | FeelDateTime, moveDay: (day: number) => number | null, moveInstant: (milliseconds: number) => number | null): FeelValue {
  if (value instanceof FeelDate || value.offset === null) {
    const days = moveDay(daysOf(value instanceof FeelDate ? value : value.date));
    const moved = days === null ? null : dateFromDays(days);
    return moved && (value instanceof FeelDate ? moved : newDateTime(moved, value.second, value.nano, value));
  }
  const milliseconds = moveInstant(millisecondsOf(value));
  return milliseconds === null ? null : fromInstant(BigInt(milliseconds) * 1_000_000n, value);
}

/** A local time is meant in the calendar's zone. */
function addHours(run: Run, from: FeelDateTime, hours: FeelNumber, id: string | null): FeelValue {
  const found = calendarOf('add business hours', id, run);
  if (!found) return null;
  const seconds = toDouble(hours) * 3600;
  if (Math.abs(seconds) > 3e9) return failed(run, 'add business hours', 'the time lies too far away');
  run.charge(1 + Math.ceil(Math.abs(seconds) / 14_400));
  const placed = from.offset === null ? newDateTime(from.date, from.second, from.nano, { zone: found.zone, offset: null }) : from;
  const milliseconds = placed && addBusinessTime(found, millisecondsOf(placed), seconds);
  if (milliseconds === null) return failed(run, 'add business hours', 'the time lies too far away');
  const moved = fromInstant(BigInt(milliseconds) * 1_000_000n, placed ?? from);
  return moved && from.offset === null ? newDateTime(moved.date, moved.second, moved.nano, from) : moved;
}

