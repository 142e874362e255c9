import type { Dialect } from '../run.ts';
import type { DayTimeDuration, FeelDate, FeelDateTime, FeelTime, Place, YearMonthDuration } from '../values.ts';
import { nanosOfDay, nanosOfSecond } from './instants.ts';

const two = (value: number): string => String(value).padStart(2, '0');

export const dateText = (date: FeelDate): string =>
  `${date.year < 0 ? '-' : ''}${String(Math.abs(date.year)).padStart(4, '0')}-${two(date.month)}-${two(date.day)}`;

export function clockText(second: number, nano: number): string {
  const whole = `${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}`;
  return nano === 0 ? whole : `${whole}.${String(nano).padStart(9, '0').replace(/0+$/, '')}`;
}

export function offsetText(offset: number): string {
  if (offset === 0) return 'Z';
  const size = Math.abs(offset);
  const seconds = size % 60 === 0 ? '' : `:${two(size % 60)}`;
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(size / 3600))}:${two(Math.floor(size / 60) % 60)}${seconds}`;
}

function placeText(place: Place): string {
  if (place.zone !== null) return `@${place.zone}`;
  return place.offset === null ? '' : offsetText(place.offset);
}

export const timeText = (time: FeelTime): string => clockText(time.second, time.nano) + placeText(time);

export const dateTimeText = (value: FeelDateTime): string =>
  `${dateText(value.date)}T${clockText(value.second, value.nano)}${placeText(value)}`;

/** ISO 8601 with the offset and, in brackets, the zone: what variables hold. */
export const isoDateTimeText = (value: FeelDateTime): string =>
  value.zone === null || value.offset === null
    ? dateTimeText(value)
    : `${dateText(value.date)}T${clockText(value.second, value.nano)}${offsetText(value.offset)}[${value.zone}]`;

export function yearMonthText(duration: YearMonthDuration, dialect: Dialect): string {
  const size = Math.abs(duration.months);
  const [years, months] = [Math.floor(size / 12), size % 12];
  if (size === 0) return dialect === 'standard' ? 'P0M' : 'P0Y';
  return `${duration.months < 0 ? '-' : ''}P${years ? `${years}Y` : ''}${months ? `${months}M` : ''}`;
}

export function dayTimeText(duration: DayTimeDuration, dialect: Dialect): string {
  const negative = duration.nanos < 0n;
  const size = negative ? -duration.nanos : duration.nanos;
  if (size === 0n) return dialect === 'standard' ? 'PT0S' : 'P0D';
  const days = size / nanosOfDay;
  const rest = Number((size % nanosOfDay) / nanosOfSecond);
  const nano = Number(size % nanosOfSecond);
  const [hours, minutes, seconds] = [Math.floor(rest / 3600), Math.floor(rest / 60) % 60, rest % 60];
  const fraction = nano === 0 ? '' : `.${String(nano).padStart(9, '0').replace(/0+$/, '')}`;
  const time = `${hours ? `${hours}H` : ''}${minutes ? `${minutes}M` : ''}${seconds || nano ? `${seconds}${fraction}S` : ''}`;
  return `${negative ? '-' : ''}P${days ? `${days}D` : ''}${time ? `T${time}` : ''}`;
}
