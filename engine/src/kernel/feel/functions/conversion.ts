import { isNumber, parseNumber, toInteger, truncate, type FeelNumber } from '../decimal.ts';
import { fromJsonText, toJsonText } from '../json-text.ts';
import { textOf } from '../operations/text-of.ts';
import { charactersPerStep } from '../operations/arithmetic.ts';
import { monthsBetween } from '../operations/temporal-arithmetic.ts';
import { Halt, type Run } from '../run.ts';
import { fromInstant, instantNanos, isValidOffset, newDate, newDateTime, newTime, nanosOfSecond, nowhere } from '../temporal/instants.ts';
import { parseDate, parseDateTime, parseDuration, parsePlace, parseTime } from '../temporal/parse-temporal.ts';
import { FeelDate, FeelTime, type DayTimeDuration, type FeelDateTime, type FeelValue } from '../values.ts';
import { define, failed, optional, parameter, type Form } from './define.ts';
import { any, dateTime, day, dayTime, number, orNull, temporal, text, time } from './types.ts';

export const conversionFunctions: readonly Form[] = [
  define('date', [parameter('from', text)], (run, from) => parseDate(from) ?? failed(run, 'date', `'${from}' is no date`)),
  define('date', [parameter('from', day)], (_, from) => (from instanceof FeelDate ? from : from.date)),
  define('date', [parameter('year', number), parameter('month', number), parameter('day', number)], (run, year, month, dayOfMonth) =>
    dateOf(year, month, dayOfMonth) ?? failed(run, 'date', 'there is no such day'),
  ),
  define('date and time', [parameter('from', text)], (run, from) => parseDateTime(from) ?? failed(run, 'date and time', `'${from}' is no date and time`)),
  define('date and time', [parameter('from', day)], (_, from) => (from instanceof FeelDate ? newDateTime(from, 0, 0, nowhere) : from)),
  define('date and time', [parameter('date', day), parameter('time', time)], (_, from, at) =>
    newDateTime(from instanceof FeelDate ? from : from.date, at.second, at.nano, at.zone === null ? at : { zone: at.zone, offset: null }),
  ),
  define('date and time', [parameter('date', dateTime), parameter(['timezone', 'time zone'], text)], (run, from, zone) => inZone(from, zone) ?? failed(run, 'date and time', `'${zone}' is no time zone`)),
  define(
    'date and time',
    [parameter('year', number), parameter('month', number), parameter('day', number), parameter('hour', number), parameter('minute', number), parameter('second', number), optional('offset', any)],
    (run, year, month, dayOfMonth, hour, minute, second, place) => {
      const [from, at] = [dateOf(year, month, dayOfMonth), timeOf(hour, minute, second, place)];
      return (from && at && newDateTime(from, at.second, at.nano, at)) ?? failed(run, 'date and time', 'there is no such time');
    },
  ),
  define('time', [parameter('from', text)], (run, from) => parseTime(from) ?? failed(run, 'time', `'${from}' is no time`)),
  define('time', [parameter('from', temporal)], (_, from) => {
    if (from instanceof FeelDate) return newTime(0, 0, { offset: 0, zone: null });
    return from instanceof FeelTime ? from : new FeelTime(from.second, from.nano, from);
  }),
  define('time', [parameter('hour', number), parameter('minute', number), parameter('second', number), optional('offset', orNull(dayTime))], (run, hour, minute, second, offset) =>
    timeOf(hour, minute, second, offset) ?? failed(run, 'time', 'there is no such time'),
  ),
  define('duration', [parameter('from', text)], (run, from) => parseDuration(from) ?? failed(run, 'duration', `'${from}' is no duration`)),
  define('years and months duration', [parameter('from', day), parameter('to', day)], (_, from, to) =>
    monthsBetween(from instanceof FeelDate ? from : from.date, to instanceof FeelDate ? to : to.date),
  ),
  define('number', [parameter('from', text)], (run, from) => numberOf(run, from)),
  define('number', [parameter('from', text), parameter('grouping separator', orNull(text))], (run, from, grouping) => numberWith(run, from, grouping, null)),
  define('number', [parameter('from', text), parameter('grouping separator', orNull(text)), parameter('decimal separator', orNull(text))], numberWith),
  define('string', [parameter('from', any)], (run, from) => (from === null || typeof from === 'string' ? from : chargedText(from, run))),
  define('from json', [parameter(['json', 'value'], orNull(text))], (run, json) => {
    if (json === null) return null;
    run.charge(Math.ceil(json.length / charactersPerStep));
    const value = fromJsonText(json);
    return value === undefined ? failed(run, 'from json', `'${json.slice(0, 100)}' is no JSON`) : value;
  }),
  define('to json', [parameter('value', any)], (run, value) => toJsonText(value, run)),
];

const deepestText = 500;

/** The text of any value, its size charged to the budget. */
export function chargedText(value: FeelValue, run: Run): string {
  return textOf(value, run.dialect, (characters, depth) => {
    if (depth > deepestText) throw new Halt('budget', 'The value nests deeper than allowed.');
    run.charge(Math.ceil(characters / charactersPerStep));
  });
}

function dateOf(year: FeelNumber, month: FeelNumber, dayOfMonth: FeelNumber): FeelDate | null {
  const parts = [truncate(year), truncate(month), truncate(dayOfMonth)] as const;
  return parts[0] === null || parts[1] === null || parts[2] === null ? null : newDate(parts[0], parts[1], parts[2]);
}

function timeOf(hour: FeelNumber, minute: FeelNumber, second: FeelNumber, offset: FeelValue): FeelTime | null {
  const [hours, minutes] = [toInteger(hour), toInteger(minute)];
  const nanos = Math.round(Number(second) * 1e9);
  if (hours === null || minutes === null || hours < 0 || hours > 23 || minutes < 0 || minutes > 59 || !(nanos >= 0) || nanos >= 60e9) return null;
  const whole = Math.floor(nanos / 1e9);
  const place = placeOf(offset);
  return place && newTime(hours * 3600 + minutes * 60 + whole, nanos - whole * 1e9, place);
}

function placeOf(offset: FeelValue): { readonly offset: number | null; readonly zone: string | null } | null {
  if (offset === null) return nowhere;
  if (typeof offset === 'string') return parsePlace(offset);
  if (isNumber(offset)) return null;
  const seconds = Number((offset as DayTimeDuration).nanos / nanosOfSecond);
  return isValidOffset(seconds) ? { offset: seconds, zone: null } : null;
}

/** A local time placed in a zone, or a time that stands against UTC told by another zone. */
function inZone(from: FeelDateTime, zone: string): FeelDateTime | null {
  const place = parsePlace(zone);
  if (!place) return null;
  return from.offset === null ? newDateTime(from.date, from.second, from.nano, place) : fromInstant(instantNanos(from), place);
}

const numberOf = (run: Run, text: string): FeelValue => parseNumber(text) ?? failed(run, 'number', `'${text.slice(0, 100)}' is no number`);

function numberWith(run: Run, from: string, grouping: string | null, decimal: string | null): FeelValue {
  if (grouping !== null && ![' ', ',', '.'].includes(grouping)) return failed(run, 'number', "the grouping separator must be ' ', ',' or '.'");
  if (decimal !== null && ![',', '.'].includes(decimal)) return failed(run, 'number', "the decimal separator must be ',' or '.'");
  if (grouping !== null && grouping === decimal) return failed(run, 'number', 'the separators must differ');
  const ungrouped = grouping === null ? from : from.replaceAll(grouping, '');
  return numberOf(run, decimal === null ? ungrouped : ungrouped.replaceAll(decimal, '.'));
}

