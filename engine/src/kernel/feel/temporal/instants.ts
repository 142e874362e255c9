import { FeelDate, FeelDateTime, FeelTime, type Place } from '../values.ts';
import { isKnownZone, offsetAt, offsetOfLocal, standardOffset } from '../zones/zones.ts';
import { civilFromDays, daysFromCivil, isValidDay, largestYear, secondsOfDay } from './civil.ts';

export const nanosOfSecond = 1_000_000_000n;
export const nanosOfDay = 86_400n * nanosOfSecond;
const largestOffset = 18 * 3600;

export const nowhere: Place = { offset: null, zone: null };

export const isValidOffset = (offset: number): boolean => Math.abs(offset) <= largestOffset;

export const newDate = (year: number, month: number, day: number): FeelDate | null =>
  isValidDay(year, month, day) ? new FeelDate(year, month, day) : null;

export const daysOf = (date: FeelDate): number => daysFromCivil(date.year, date.month, date.day);

export function dateFromDays(days: number): FeelDate | null {
  const { year, month, day } = civilFromDays(days);
  return Math.abs(year) <= largestYear ? new FeelDate(year, month, day) : null;
}

/** A time of day at a place; in a zone, which has no offset without a date, at the zone's standard offset. */
export const newTime = (second: number, nano: number, place: Place): FeelTime =>
  new FeelTime(second, nano, place.zone === null ? place : { zone: place.zone, offset: standardOffset(place.zone) });

/** A local date and time at a place; in a zone, the zone decides the offset (a time in a gap moves on by the gap). */
export function newDateTime(date: FeelDate, second: number, nano: number, place: Place): FeelDateTime | null {
  if (place.zone === null) return new FeelDateTime(date, second, nano, place);
  const { offset, shift } = offsetOfLocal(place.zone, daysOf(date) * secondsOfDay + second, place.offset);
  if (shift === 0) return new FeelDateTime(date, second, nano, { zone: place.zone, offset });
  const moved = second + shift;
  const day = dateFromDays(daysOf(date) + Math.floor(moved / secondsOfDay));
  return day && new FeelDateTime(day, ((moved % secondsOfDay) + secondsOfDay) % secondsOfDay, nano, { zone: place.zone, offset });
}

/** Nanoseconds since 1970-01-01T00:00:00 on the local clock. */
export const localNanos = (value: FeelDateTime): bigint =>
  BigInt(daysOf(value.date)) * nanosOfDay + BigInt(value.second) * nanosOfSecond + BigInt(value.nano);

/** Nanoseconds since the epoch; a time without an offset counts as UTC. */
export const instantNanos = (value: FeelDateTime): bigint => localNanos(value) - BigInt(value.offset ?? 0) * nanosOfSecond;

export const timeNanos = (value: FeelTime): bigint => BigInt(value.second) * nanosOfSecond + BigInt(value.nano);

/** Nanoseconds of the day on the clock of UTC. */
export const utcTimeNanos = (value: FeelTime): bigint => timeNanos(value) - BigInt(value.offset ?? 0) * nanosOfSecond;

export const floorDivide = (a: bigint, b: bigint): bigint => (a % b < 0n ? a / b - 1n : a / b);

/** The local date and time that a count of nanoseconds on the local clock names. */
export function fromLocalNanos(nanos: bigint, place: Place): FeelDateTime | null {
  const days = floorDivide(nanos, nanosOfDay);
  const rest = nanos - days * nanosOfDay;
  const date = dateFromDays(Number(days));
  return date && newDateTime(date, Number(rest / nanosOfSecond), Number(rest % nanosOfSecond), place);
}

/** The date and time at an instant, told by a place. */
export function fromInstant(nanos: bigint, place: Place): FeelDateTime | null {
  const second = Number(floorDivide(nanos, nanosOfSecond));
  const offset = place.zone === null ? place.offset : offsetAt(place.zone, second);
  const local = nanos + BigInt(offset ?? 0) * nanosOfSecond;
  const days = floorDivide(local, nanosOfDay);
  const rest = local - days * nanosOfDay;
  const date = dateFromDays(Number(days));
  return date && new FeelDateTime(date, Number(rest / nanosOfSecond), Number(rest % nanosOfSecond), { zone: place.zone, offset });
}

export function timeFromNanos(nanos: bigint, place: Place): FeelTime {
  const rest = ((nanos % nanosOfDay) + nanosOfDay) % nanosOfDay;
  return new FeelTime(Number(rest / nanosOfSecond), Number(rest % nanosOfSecond), place);
}

export const midnight = (date: FeelDate): FeelDateTime => new FeelDateTime(date, 0, 0, nowhere);

export const midnightUtc = (date: FeelDate): FeelDateTime => new FeelDateTime(date, 0, 0, { offset: 0, zone: null });

/** The date and time of an instant in epoch milliseconds, in a zone; UTC where the zone is unknown. */
export const atEpochMilliseconds = (milliseconds: number, zone: string): FeelDateTime | null =>
  fromInstant(BigInt(Math.trunc(milliseconds)) * 1_000_000n, isKnownZone(zone) ? { zone, offset: null } : { zone: null, offset: 0 });

export const toEpochMilliseconds = (value: FeelDateTime): number => Number(floorDivide(instantNanos(value), 1_000_000n));
