import { DayTimeDuration, YearMonthDuration, type FeelDate, type FeelDateTime, type FeelDuration, type FeelTime, type Place } from '../values.ts';
import { isKnownZone } from '../zones/zones.ts';
import { isValidOffset, midnight, nanosOfDay, nanosOfSecond, newDate, newDateTime, newTime, nowhere } from './instants.ts';

const datePattern = /^(-?)(\d{4,9})-(\d{2})-(\d{2})$/;
const timePattern = /^(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?$/;
const offsetPattern = /^([+-])(\d{2}):(\d{2})(?::(\d{2}))?$/;
const yearMonthPattern = /^(-)?P(?:(-?\d+)Y)?(?:(-?\d+)M)?$/;
const dayTimePattern = /^(-)?P(?:(-?\d+)D)?(?:T(?:(-?\d+)H)?(?:(-?\d+)M)?(?:(-?\d+)?(?:\.(\d{0,9}))?S)?)?$/;
const longestDuration = 40;

/** `YYYY-MM-DD`, five to nine digits of a year without a leading zero, a sign before it. */
export function parseDate(text: string): FeelDate | null {
  const match = datePattern.exec(text);
  if (!match) return null;
  const [, minus, year = '', month = '', day = ''] = match;
  if (year.length > 4 && year.startsWith('0')) return null;
  return newDate(minus ? -Number(year) : Number(year), Number(month), Number(day));
}

interface Clock {
  readonly second: number;
  readonly nano: number;
}

function parseClock(text: string): Clock | null {
  const match = timePattern.exec(text);
  if (!match) return null;
  const [, hours = '', minutes = '', seconds = '00', fraction = ''] = match;
  const [hour, minute, second] = [Number(hours), Number(minutes), Number(seconds)];
  if (hour > 23 || minute > 59 || second > 59) return null;
  return { second: hour * 3600 + minute * 60 + second, nano: Number(fraction.padEnd(9, '0')) };
}

/** `Z`, `±hh:mm`, or an IANA zone name. */
export function parsePlace(text: string): Place | null {
  if (text === 'Z' || text === 'z') return { offset: 0, zone: null };
  const match = offsetPattern.exec(text);
  if (match) {
    const [, side, hours = '', minutes = '', seconds = '0'] = match;
    if (Number(minutes) > 59 || Number(seconds) > 59) return null;
    const offset = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
    return isValidOffset(offset) ? { offset: side === '-' ? -offset || 0 : offset, zone: null } : null;
  }
  return isKnownZone(text) ? { offset: null, zone: text } : null;
}

/** Splits `10:30:00+01:00@Europe/Berlin`, `…[Europe/Berlin]`, `…Z` into the clock's text and its place. */
function splitPlace(text: string): { readonly clock: string; readonly place: Place } | null {
  const named = /^([^@[\]]*)(?:@(.+)|\[(.+)\])$/.exec(text);
  const local = named?.[1] ?? text;
  const zoneText = named && (named[2] ?? named[3] ?? '');
  const offsetAt = local.search(/[Zz+-]/);
  const offset = offsetAt < 0 ? nowhere : parsePlace(local.slice(offsetAt));
  if (!offset || offset.zone !== null) return null;
  const clock = offsetAt < 0 ? local : local.slice(0, offsetAt);
  if (!named || !zoneText) return { clock, place: offset };
  const zone = parsePlace(zoneText);
  if (named[2] !== undefined && offset.offset !== null) return null;
  if (!zone) return null;
  return { clock, place: zone.zone === null ? zone : { zone: zone.zone, offset: offset.offset } };
}

/** `hh:mm[:ss[.fraction]]` with an optional offset or zone; a leading `T` is allowed. */
export function parseTime(text: string): FeelTime | null {
  const parts = splitPlace(text.startsWith('T') ? text.slice(1) : text);
  const clock = parts && parseClock(parts.clock);
  return parts && clock && newTime(clock.second, clock.nano, parts.place);
}

/** A date, `T`, and a time. A date alone is its midnight. */
export function parseDateTime(text: string): FeelDateTime | null {
  const at = text.indexOf('T');
  const date = parseDate(at < 0 ? text : text.slice(0, at));
  if (!date) return null;
  if (at < 0) return midnight(date);
  const parts = splitPlace(text.slice(at + 1));
  const clock = parts && parseClock(parts.clock);
  return parts && clock && newDateTime(date, clock.second, clock.nano, parts.place);
}

/** ISO 8601: years and months, or days and time, never both. */
export function parseDuration(text: string): FeelDuration | null {
  if (text.length > longestDuration || text.endsWith('P') || text.endsWith('T')) return null;
  const calendar = yearMonthPattern.exec(text);
  if (calendar) {
    const months = Number(calendar[2] ?? 0) * 12 + Number(calendar[3] ?? 0);
    if (!Number.isSafeInteger(months)) return null;
    return new YearMonthDuration(calendar[1] ? -months || 0 : months);
  }
  const exact = dayTimePattern.exec(text);
  if (!exact) return null;
  const [, minus, days, hours, minutes, seconds, fraction = ''] = exact;
  const whole = BigInt(hours ?? 0) * 3600n + BigInt(minutes ?? 0) * 60n + BigInt(seconds ?? 0);
  const part = BigInt(fraction.padEnd(9, '0') || 0);
  const nanos = BigInt(days ?? 0) * nanosOfDay + whole * nanosOfSecond + (seconds?.startsWith('-') ? -part : part);
  return new DayTimeDuration(minus ? -nanos : nanos);
}
