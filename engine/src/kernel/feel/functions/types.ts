import { isNumber, truncate, type FeelNumber } from '../decimal.ts';
import { DayTimeDuration, FeelDate, FeelDateTime, FeelFunction, FeelRange, FeelTime, isContext, isList, kindOf, YearMonthDuration, type FeelContext, type FeelList, type FeelObject, type FeelTemporal, type FeelValue } from '../values.ts';

/** What a parameter takes; `read` yields undefined for a value of another type. */
export interface Type<T> {
  readonly name: string;
  readonly read: (value: FeelValue) => T | undefined;
}

function typeOf<T extends FeelValue>(name: string, accepts: (value: FeelValue) => boolean): Type<T> {
  return { name, read: (value) => (accepts(value) ? (value as T) : undefined) };
}

function instanceType<T extends FeelObject>(name: string, constructor: abstract new (...given: never[]) => T): Type<T> {
  return typeOf<T & FeelValue>(name, (value) => value instanceof constructor);
}

export const any = typeOf<FeelValue>('Any', () => true);
export const some = typeOf<Exclude<FeelValue, null>>('a value', (value) => value !== null);
export const number = typeOf<FeelNumber>('number', isNumber);
export const text = typeOf<string>('string', (value) => typeof value === 'string');
export const truth = typeOf<boolean>('boolean', (value) => typeof value === 'boolean');
export const list = typeOf<FeelList>('list', isList);
export const context = typeOf<FeelContext>('context', isContext);
export const date = instanceType('date', FeelDate);
export const time = instanceType('time', FeelTime);
export const dateTime = instanceType('date and time', FeelDateTime);
export const dayTime = instanceType('days and time duration', DayTimeDuration);
export const yearMonth = instanceType('years and months duration', YearMonthDuration);
export const range = instanceType('range', FeelRange);
export const callable = instanceType('function', FeelFunction);
export const day = typeOf<FeelDate | FeelDateTime>('date or date and time', (value) => value instanceof FeelDate || value instanceof FeelDateTime);
export const temporal = typeOf<FeelTemporal>('date, time or date and time', (value) => ['date', 'time', 'date and time'].includes(kindOf(value)));
/** What has an order, and can bound a range. */
export const point = typeOf<Exclude<FeelValue, null>>('a point', (value) => !['null', 'list', 'context', 'function', 'range', 'boolean'].includes(kindOf(value)));

/** A number of which the whole part counts. */
export const whole: Type<number> = { name: 'whole number', read: (value) => (isNumber(value) ? (truncate(value) ?? undefined) : undefined) };

export function orNull<T>(type: Type<T>): Type<T | null> {
  return { name: `${type.name} or null`, read: (value) => (value === null ? null : type.read(value)) };
}

export function listOf<T>(item: Type<T>): Type<readonly T[]> {
  return {
    name: `list of ${item.name}`,
    read: (value) => {
      if (!isList(value)) return undefined;
      const items = value.map((one) => item.read(one));
      return items.includes(undefined) ? undefined : (items as T[]);
    },
  };
}
