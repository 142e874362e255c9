import { multiply, toInteger, truncate, divide, parseNumber, type FeelNumber } from '../decimal.ts';
import { daysOfMonth, largestYear } from '../temporal/civil.ts';
import { dateFromDays, daysOf, floorDivide, fromInstant, fromLocalNanos, instantNanos, localNanos, midnight, nanosOfDay, newDateTime, timeFromNanos, timeNanos, utcTimeNanos } from '../temporal/instants.ts';
import { DayTimeDuration, FeelDate, FeelDateTime, YearMonthDuration, type FeelDuration, type FeelTime } from '../values.ts';

/** A day moved by calendar months; the day of the month is cut to the length of its month. */
export function addMonths(date: FeelDate, months: number): FeelDate | null {
  const total = date.year * 12 + (date.month - 1) + months;
  const year = Math.floor(total / 12);
  const month = total - year * 12 + 1;
  if (Math.abs(year) > largestYear) return null;
  return new FeelDate(year, month, Math.min(date.day, daysOfMonth(year, month)));
}

/** A date moved by whole days: what a duration holds of hours counts from midnight. */
export function addToDate(date: FeelDate, duration: FeelDuration, direction: 1 | -1): FeelDate | null {
  if (duration instanceof YearMonthDuration) return addMonths(date, direction * duration.months);
  const days = floorDivide(BigInt(direction) * duration.nanos, nanosOfDay);
  return dateFromDays(daysOf(date) + Number(days));
}

/** In a zone months move the local clock, days and hours the instant. */
export function addToDateTime(value: FeelDateTime, duration: FeelDuration, direction: 1 | -1): FeelDateTime | null {
  if (duration instanceof YearMonthDuration) {
    const date = addMonths(value.date, direction * duration.months);
    return date && newDateTime(date, value.second, value.nano, value);
  }
  const moved = BigInt(direction) * duration.nanos;
  return value.zone === null ? fromLocalNanos(localNanos(value) + moved, value) : fromInstant(instantNanos(value) + moved, value);
}

export const addToTime = (time: FeelTime, duration: DayTimeDuration, direction: 1 | -1): FeelTime =>
  timeFromNanos(timeNanos(time) + BigInt(direction) * duration.nanos, time);

/** Null where one stands against UTC and the other does not; a date counts as its midnight. */
export function betweenDateTimes(a: FeelDate | FeelDateTime, b: FeelDate | FeelDateTime): DayTimeDuration | null {
  const [left, right] = [a instanceof FeelDate ? midnight(a) : a, b instanceof FeelDate ? midnight(b) : b];
  const mixed = (left.offset === null) !== (right.offset === null);
  if (mixed && a instanceof FeelDateTime && b instanceof FeelDateTime) return null;
  return new DayTimeDuration(instantNanos(left) - instantNanos(right));
}

export function betweenTimes(a: FeelTime, b: FeelTime): DayTimeDuration | null {
  if ((a.offset === null) !== (b.offset === null)) return null;
  return new DayTimeDuration(utcTimeNanos(a) - utcTimeNanos(b));
}

/** Whole years and months from one day to another, the rest of days left out. */
export function monthsBetween(from: FeelDate, to: FeelDate): YearMonthDuration {
  const months = (to.year - from.year) * 12 + (to.month - from.month);
  if (months > 0 && to.day < from.day) return new YearMonthDuration(months - 1);
  if (months < 0 && to.day > from.day) return new YearMonthDuration(months + 1);
  return new YearMonthDuration(months);
}

export function addDurations(a: FeelDuration, b: FeelDuration, direction: 1 | -1): FeelDuration | null {
  if (a instanceof DayTimeDuration && b instanceof DayTimeDuration) return new DayTimeDuration(a.nanos + BigInt(direction) * b.nanos);
  if (a instanceof YearMonthDuration && b instanceof YearMonthDuration) return newMonths(a.months + direction * b.months);
  return null;
}

const newMonths = (months: number | null): YearMonthDuration | null =>
  months !== null && Number.isSafeInteger(months) ? new YearMonthDuration(months === 0 ? 0 : months) : null;

const bigintOf = (number: FeelNumber | null): bigint | null => {
  if (number === null) return null;
  const whole = toInteger(number);
  return whole !== null ? BigInt(whole) : BigInt((typeof number === 'number' ? Math.trunc(number).toString() : number.truncated().toFixed()));
};

const numberOf = (value: bigint): FeelNumber => parseNumber(value.toString()) ?? 0;

const longestNanos = 10n ** 30n;

export function multiplyDuration(duration: FeelDuration, factor: FeelNumber): FeelDuration | null {
  if (duration instanceof YearMonthDuration) {
    const months = multiply(duration.months, factor);
    return newMonths(months === null ? null : truncate(months));
  }
  const nanos = bigintOf(multiply(numberOf(duration.nanos), factor));
  return nanos === null || nanos > longestNanos || nanos < -longestNanos ? null : new DayTimeDuration(nanos);
}

export function divideDuration(duration: FeelDuration, divisor: FeelNumber): FeelDuration | null {
  if (duration instanceof YearMonthDuration) {
    const months = divide(duration.months, divisor);
    return newMonths(months === null ? null : truncate(months));
  }
  const nanos = bigintOf(divide(numberOf(duration.nanos), divisor));
  return nanos === null || nanos > longestNanos || nanos < -longestNanos ? null : new DayTimeDuration(nanos);
}

/** How often one duration goes into another of its kind. */
export function ratioOfDurations(a: FeelDuration, b: FeelDuration): FeelNumber | null {
  if (a instanceof DayTimeDuration && b instanceof DayTimeDuration) return divide(numberOf(a.nanos), numberOf(b.nanos));
  if (a instanceof YearMonthDuration && b instanceof YearMonthDuration) return divide(a.months, b.months);
  return null;
}

