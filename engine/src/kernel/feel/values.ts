import { isDecimal, type FeelNumber } from './decimal.ts';
import type { Run } from './run.ts';

/**
 * What an expression yields. JSON is used as it is: objects are contexts, arrays are lists, numbers stand for their shortest decimal text.
 * Everything else is an instance of a class below.
 */
export type FeelValue = null | boolean | string | FeelNumber | FeelList | FeelContext | FeelObject;

export type FeelList = readonly FeelValue[];

export interface FeelContext {
  readonly [name: string]: FeelValue;
}

/** The temporal types, ranges and functions: all values that JSON does not know. */
export abstract class FeelObject {
  abstract readonly kind: FeelObjectKind;
}

export type FeelObjectKind =
  | 'date'
  | 'time'
  | 'date and time'
  | 'days and time duration'
  | 'years and months duration'
  | 'range'
  | 'function';

export type FeelKind = 'null' | 'boolean' | 'number' | 'string' | 'list' | 'context' | FeelObjectKind;

/** A calendar day, years −999,999,999 to 999,999,999. */
export class FeelDate extends FeelObject {
  readonly kind = 'date';
  readonly year: number;
  readonly month: number;
  readonly day: number;
  constructor(year: number, month: number, day: number) {
    super();
    this.year = year;
    this.month = month;
    this.day = day;
  }
}

/** Where a time stands against UTC: nowhere, at an offset, or in a zone that yields the offset. */
export interface Place {
  /** Seconds east of UTC. */
  readonly offset: number | null;
  /** IANA name, as written. */
  readonly zone: string | null;
}

/** A time of day, with or without an offset. */
export class FeelTime extends FeelObject implements Place {
  readonly kind = 'time';
  /** Second of the day, 0 to 86,399. */
  readonly second: number;
  readonly nano: number;
  readonly offset: number | null;
  readonly zone: string | null;
  constructor(second: number, nano: number, place: Place) {
    super();
    this.second = second;
    this.nano = nano;
    this.offset = place.offset;
    this.zone = place.zone;
  }
}

/** A date with a time of day, with or without an offset. */
export class FeelDateTime extends FeelObject implements Place {
  readonly kind = 'date and time';
  readonly date: FeelDate;
  readonly second: number;
  readonly nano: number;
  readonly offset: number | null;
  readonly zone: string | null;
  constructor(date: FeelDate, second: number, nano: number, place: Place) {
    super();
    this.date = date;
    this.second = second;
    this.nano = nano;
    this.offset = place.offset;
    this.zone = place.zone;
  }
}

/** An exact length of time. */
export class DayTimeDuration extends FeelObject {
  readonly kind = 'days and time duration';
  readonly nanos: bigint;
  constructor(nanos: bigint) {
    super();
    this.nanos = nanos;
  }
}

/** A length of time in calendar months. */
export class YearMonthDuration extends FeelObject {
  readonly kind = 'years and months duration';
  readonly months: number;
  constructor(months: number) {
    super();
    this.months = months;
  }
}

export type FeelDuration = DayTimeDuration | YearMonthDuration;
export type FeelTemporal = FeelDate | FeelTime | FeelDateTime;

/** An interval. A missing bound (`undefined`) is unbounded: the value of `< 5` has no start. A bound that is null is not known. */
export class FeelRange extends FeelObject {
  readonly kind = 'range';
  readonly start: FeelValue | undefined;
  readonly end: FeelValue | undefined;
  readonly startIncluded: boolean;
  readonly endIncluded: boolean;
  constructor(start: FeelValue | undefined, startIncluded: boolean, end: FeelValue | undefined, endIncluded: boolean) {
    super();
    this.start = start;
    this.startIncluded = startIncluded;
    this.end = end;
    this.endIncluded = endIncluded;
  }
}

/** How arguments arrive: by position, or by the names of the parameters. */
export type Arguments = { readonly positional: readonly FeelValue[] } | { readonly named: ReadonlyMap<string, FeelValue> };

/** A function: built in, written in FEEL, or made from a business knowledge model or decision service. */
export class FeelFunction extends FeelObject {
  readonly kind = 'function';
  readonly name: string;
  /** Parameter names of its widest form. */
  readonly parameters: readonly string[];
  readonly invoke: (given: Arguments, run: Run) => FeelValue;
  constructor(name: string, parameters: readonly string[], invoke: (given: Arguments, run: Run) => FeelValue) {
    super();
    this.name = name;
    this.parameters = parameters;
    this.invoke = invoke;
  }
}

export const isList = (value: FeelValue): value is FeelList => Array.isArray(value);

export const isContext = (value: FeelValue): value is FeelContext => kindOf(value) === 'context';

export function kindOf(value: FeelValue): FeelKind {
  switch (typeof value) {
    case 'number':
      return 'number';
    case 'string':
      return 'string';
    case 'boolean':
      return 'boolean';
    default:
      if (value === null || value === undefined) return 'null';
      if (Array.isArray(value)) return 'list';
      if (value instanceof FeelObject) return value.kind;
      return isDecimal(value) ? 'number' : 'context';
  }
}

/** An empty context; without a prototype, so that no name is special. */
export const newContext = (): Record<string, FeelValue> => Object.create(null) as Record<string, FeelValue>;

/** The entry of a context, or undefined where it has none. */
export const entryOf = (context: FeelContext, name: string): FeelValue | undefined =>
  Object.hasOwn(context, name) ? (context[name] ?? null) : undefined;
