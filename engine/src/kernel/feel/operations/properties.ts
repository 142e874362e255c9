import { weekdayOf } from '../temporal/civil.ts';
import { daysOf, nanosOfSecond } from '../temporal/instants.ts';
import { DayTimeDuration, FeelDate, FeelDateTime, FeelRange, FeelTime, YearMonthDuration, type FeelValue } from '../values.ts';
import { divide, parseNumber, type FeelNumber } from '../decimal.ts';

type Properties<T> = Readonly<Record<string, (value: T) => FeelValue>>;

const ofDate: Properties<FeelDate> = {
  year: ({ year }) => year,
  month: ({ month }) => month,
  day: ({ day }) => day,
  weekday: (date) => weekdayOf(daysOf(date)),
};

const ofTime: Properties<FeelTime | FeelDateTime> = {
  hour: ({ second }) => Math.floor(second / 3600),
  minute: ({ second }) => Math.floor(second / 60) % 60,
  second: ({ second, nano }) => secondsWithFraction(second % 60, nano),
  'time offset': ({ offset }) => (offset === null ? null : new DayTimeDuration(BigInt(offset) * nanosOfSecond)),
  timezone: ({ zone }) => zone,
};

const ofDateTime: Properties<FeelDateTime> = {
  ...Object.fromEntries(Object.entries(ofDate).map(([name, read]) => [name, ({ date }: FeelDateTime) => read(date)])),
  ...ofTime,
};

const ofDayTime: Properties<DayTimeDuration> = {
  days: ({ nanos }) => Number(nanos / (86_400n * nanosOfSecond)),
  hours: ({ nanos }) => Number((nanos / (3_600n * nanosOfSecond)) % 24n),
  minutes: ({ nanos }) => Number((nanos / (60n * nanosOfSecond)) % 60n),
  seconds: ({ nanos }) => secondsWithFraction(Number((nanos / nanosOfSecond) % 60n), Number(nanos % nanosOfSecond)),
};

const ofYearMonth: Properties<YearMonthDuration> = {
  years: ({ months }) => Math.trunc(months / 12) || 0,
  months: ({ months }) => months % 12 || 0,
};

const ofRange: Properties<FeelRange> = {
  start: ({ start }) => start ?? null,
  end: ({ end }) => end ?? null,
  'start included': ({ startIncluded }) => startIncluded,
  'end included': ({ endIncluded }) => endIncluded,
};

function secondsWithFraction(second: number, nano: number): FeelNumber {
  if (nano === 0) return second;
  return divide(parseNumber(String(BigInt(second) * nanosOfSecond + BigInt(nano))) ?? 0, 1_000_000_000) ?? second;
}

function propertiesOf(value: FeelValue): Properties<never> {
  if (value instanceof FeelDate) return ofDate;
  if (value instanceof FeelTime) return ofTime;
  if (value instanceof FeelDateTime) return ofDateTime;
  if (value instanceof DayTimeDuration) return ofDayTime;
  if (value instanceof YearMonthDuration) return ofYearMonth;
  return value instanceof FeelRange ? ofRange : {};
}

/** A property of a temporal value or range; undefined where there is none of that name. */
export function propertyOf(value: FeelValue, name: string): FeelValue | undefined {
  const properties = propertiesOf(value);
  return Object.hasOwn(properties, name) ? properties[name]?.(value as never) : undefined;
}

export const propertyNames = (value: FeelValue): string[] => Object.keys(propertiesOf(value));

