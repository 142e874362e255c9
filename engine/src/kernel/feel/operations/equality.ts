import { isNumber } from '../decimal.ts';
import type { Run } from '../run.ts';
import { FeelDateTime, FeelFunction, FeelObject, FeelRange, FeelTime, isList, kindOf, type FeelContext, type FeelList, type FeelValue } from '../values.ts';
import { order } from './ordering.ts';

const charactersPerStep = 256;

/** Whether two values are equal; null where their types differ. Null equals only null. */
export function equal(a: FeelValue, b: FeelValue, run: Run): boolean | null {
  if (typeof a === 'string' && typeof b === 'string') {
    if (a.length === b.length && a.length > charactersPerStep) run.charge(Math.floor(a.length / charactersPerStep));
    return a === b;
  }
  if (typeof a === 'number' && typeof b === 'number') return a === b;
  if (a === null || b === null) return a === b;
  if (typeof a === 'boolean') return typeof b === 'boolean' ? a === b : null;
  if (isList(a)) return isList(b) ? run.nested(1, () => equalLists(a, b, run)) : null;
  if (a instanceof FeelRange) return b instanceof FeelRange ? equalRanges(a, b, run) : null;
  if (a instanceof FeelFunction) return b instanceof FeelFunction ? a === b : null;
  if (typeof a === 'string' || a instanceof FeelObject || isNumber(a)) return ordered(a, b, run);
  return kindOf(b) === 'context' ? run.nested(1, () => equalContexts(a, b as FeelContext, run)) : null;
}

function ordered(a: FeelValue, b: FeelValue, run: Run): boolean | null {
  if (isClock(a) && isClock(b)) return run.dialect === 'camunda' ? sameOnClock(a, b) : sameInSeconds(a, b);
  const difference = order(a, b);
  return difference === null ? null : difference === 0;
}

const isClock = (value: FeelValue): value is FeelTime | FeelDateTime => value instanceof FeelTime || value instanceof FeelDateTime;

/** Camunda: the same local time at the same place. */
function sameOnClock(a: FeelTime | FeelDateTime, b: FeelTime | FeelDateTime): boolean | null {
  if (a.kind !== b.kind || (a.offset === null) !== (b.offset === null)) return null;
  return order(a, b) === 0 && a.offset === b.offset && (a.kind === 'time' || a.zone === b.zone);
}

/** DMN: the same instant; fractions of seconds don't count (DMN table 42). */
function sameInSeconds(a: FeelTime | FeelDateTime, b: FeelTime | FeelDateTime): boolean | null {
  const difference = order(inSeconds(a), inSeconds(b));
  return difference === null ? null : difference === 0;
}

const inSeconds = (value: FeelTime | FeelDateTime): FeelTime | FeelDateTime =>
  value instanceof FeelTime ? new FeelTime(value.second, 0, value) : new FeelDateTime(value.date, value.second, 0, value);

function equalLists(a: FeelList, b: FeelList, run: Run): boolean | null {
  if (a.length !== b.length) return false;
  run.charge(a.length);
  let unknown = false;
  for (const [i, item] of a.entries()) {
    const same = equal(item, b[i] ?? null, run);
    if (same === false) return false;
    if (same === null) unknown = true;
  }
  return unknown ? null : true;
}

function equalContexts(a: FeelContext, b: FeelContext, run: Run): boolean | null {
  const names = Object.keys(a);
  if (names.length !== Object.keys(b).length || !names.every((name) => Object.hasOwn(b, name))) return false;
  return equalLists(names.map((name) => a[name] ?? null), names.map((name) => b[name] ?? null), run);
}

function equalRanges(a: FeelRange, b: FeelRange, run: Run): boolean | null {
  if (a.startIncluded !== b.startIncluded || a.endIncluded !== b.endIncluded) return false;
  if ((a.start === undefined) !== (b.start === undefined) || (a.end === undefined) !== (b.end === undefined)) return false;
  return equalLists([a.start ?? null, a.end ?? null], [b.start ?? null, b.end ?? null], run);
}

/** Whether a list holds a value that equals another. */
export const contains = (list: FeelList, value: FeelValue, run: Run): boolean => {
  run.charge(list.length);
  return list.some((item) => equal(item, value, run) === true);
};
