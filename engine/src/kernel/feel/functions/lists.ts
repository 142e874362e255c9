import { truncate, type FeelNumber } from '../decimal.ts';
import { contains, equal } from '../operations/equality.ts';
import type { Run } from '../run.ts';
import { isList, kindOf, type FeelFunction, type FeelList, type FeelValue } from '../values.ts';
import { define, defineVariadic, defineWithRest, failed, optional, parameter, type Form } from './define.ts';
import { order } from '../operations/ordering.ts';
import { any, callable, list, number, type Type } from './types.ts';

const listParameter = parameter('list', list);

const lists: Type<FeelList> = { name: 'list of lists', read: (value) => (isList(value) && !value.includes(null) ? value : undefined) };

export const listFunctions: readonly Form[] = [
  define('list contains', [listParameter, parameter(['element', 'match'], any)], (run, from, element) => contains(from, element, run)),
  define('sublist', [listParameter, parameter(['start position', 'start'], number), optional('length', number)], sublist),
  defineWithRest('append', listParameter, 'items', (run, from, items) => copied(run, from, from.length, items)),
  defineVariadic('concatenate', (run, all) => all.flatMap((one) => chargedItems(one, run)), lists, 'lists'),
  define('insert before', [listParameter, parameter('position', number), parameter(['newItem', 'new item'], any)], (run, from, position, item) => {
    const at = positionOf(from, position, from.length);
    return at === null ? failed(run, 'insert before', 'there is no such position') : copied(run, from, at, [item]);
  }),
  define('remove', [listParameter, parameter('position', number)], (run, from, position) => {
    const at = positionOf(from, position, from.length);
    return at === null ? failed(run, 'remove', 'there is no such position') : copied(run, from, at, [], 1);
  }),
  define('list replace', [listParameter, parameter('position', number), parameter(['newItem', 'new item'], any)], (run, from, position, item) => {
    const at = positionOf(from, position, from.length);
    return at === null ? failed(run, 'list replace', 'there is no such position') : copied(run, from, at, [item], 1);
  }),
  define('list replace', [listParameter, parameter('match', callable), parameter(['newItem', 'new item'], any)], replaceMatching),
  define('reverse', [listParameter], (run, from) => copied(run, from, 0, []).toReversed()),
  define('index of', [listParameter, parameter('match', any)], (run, from, match) => {
    run.charge(from.length);
    return from.flatMap((item, i) => (equal(item, match, run) === true ? [i + 1] : []));
  }),
  defineVariadic('union', (run, all) => distinct(all.flatMap((one) => chargedItems(one, run)), run), lists, 'lists'),
  define('distinct values', [listParameter], (run, from) => distinct(from, run)),
  define('duplicate values', [listParameter], (run, from) => distinct(from.filter((item, i) => occursBefore(from, item, from.length, run, i)), run)),
  define('flatten', [listParameter], (run, from) => flatten(from, run)),
  define('partition', [listParameter, parameter('size', number)], partition),
  define('is empty', [listParameter], (_, from) => from.length === 0),
  define('sort', [listParameter, optional('precedes', callable)], sort),
];

function chargedItems(value: FeelValue, run: Run): FeelList {
  const items = isList(value) ? value : [value];
  run.charge(items.length);
  return items;
}

/** A copy in which, at an index, so many items are removed and others put in. */
function copied(run: Run, from: FeelList, at: number, items: FeelList, removed = 0): FeelList {
  run.charge(from.length + items.length);
  return from.toSpliced(at, removed, ...items);
}

/** The index of a position counted from 1, or from the end when negative. */
function positionOf(from: FeelList, position: FeelNumber, last: number): number | null {
  const whole = truncate(position);
  if (whole === null || whole === 0 || Math.abs(whole) > last) return null;
  return whole > 0 ? whole - 1 : from.length + whole;
}

function sublist(run: Run, from: FeelList, start: FeelNumber, length: FeelNumber | null): FeelValue {
  const begin = positionOf(from, start, from.length);
  if (begin === null) return failed(run, 'sublist', 'there is no such start position');
  if (length === null) return copied(run, from.slice(begin), 0, []);
  const size = truncate(length);
  if (size === null || size < 1 || begin + size > from.length) {
    if (size === null || size < 0 || run.dialect === 'standard') return failed(run, 'sublist', 'there are not so many items');
  }
  return copied(run, from.slice(begin, begin + size), 0, []);
}

function replaceMatching(run: Run, from: FeelList, match: FeelFunction, item: FeelValue): FeelValue {
  const replaced: FeelValue[] = [];
  for (const old of from) {
    run.charge(1);
    const outcome = match.invoke({ positional: [old, item] }, run);
    if (typeof outcome !== 'boolean') return failed(run, 'list replace', 'the match function must yield true or false');
    replaced.push(outcome ? item : old);
  }
  return replaced;
}

/** Each value once, in the order of first occurrence. Simple values are found by key, others by comparison. */
function distinct(from: FeelList, run: Run): FeelList {
  run.charge(from.length);
  const seen = new Set<string | number | boolean | null>();
  const complex: FeelValue[] = [];
  return from.filter((item) => {
    if (item === null || typeof item !== 'object') {
      if (seen.has(item)) return false;
      seen.add(item);
      return !(typeof item === 'number' && complex.some((other) => kindOf(other) === 'number' && equal(other, item, run) === true));
    }
    if (contains(complex, item, run) || (kindOf(item) === 'number' && [...seen].some((other) => equal(other, item, run) === true))) return false;
    complex.push(item);
    return true;
  });
}

function occursBefore(from: FeelList, item: FeelValue, end: number, run: Run, own: number): boolean {
  run.charge(1 + Math.ceil(end / 8));
  return from.some((other, i) => i !== own && equal(other, item, run) === true);
}

function flatten(from: FeelList, run: Run): FeelList {
  const flat: FeelValue[] = [];
  const visit = (items: FeelList): void => {
    run.charge(1 + items.length);
    for (const item of items) {
      if (isList(item)) run.nested(1, () => visit(item));
      else flat.push(item);
    }
  };
  visit(from);
  return flat;
}

function partition(run: Run, from: FeelList, size: FeelNumber): FeelValue {
  const whole = truncate(size);
  if (whole === null || whole < 1) return failed(run, 'partition', 'the size must be greater than 0');
  run.charge(from.length);
  return Array.from({ length: Math.ceil(from.length / whole) }, (_, i) => from.slice(i * whole, (i + 1) * whole));
}

/** A stable merge sort: the order is what `precedes` says, or the natural one of the items. */
function sort(run: Run, from: FeelList, precedes: FeelFunction | null): FeelValue {
  const before = precedes ? comesFirst(precedes, run) : naturally;
  let undecided = false;
  const merge = (left: FeelList, right: FeelList): FeelList => {
    run.charge(left.length + right.length);
    const merged: FeelValue[] = [];
    let [i, j] = [0, 0];
    while (i < left.length && j < right.length) {
      const takesRight = before(right[j] ?? null, left[i] ?? null);
      if (takesRight === null) undecided = true;
      merged.push(takesRight === true ? (right[j++] ?? null) : (left[i++] ?? null));
    }
    return [...merged, ...left.slice(i), ...right.slice(j)];
  };
  const sorted = (items: FeelList): FeelList => {
    if (items.length < 2) return items;
    const middle = items.length >> 1;
    return merge(sorted(items.slice(0, middle)), sorted(items.slice(middle)));
  };
  const result = sorted(from);
  return undecided ? failed(run, 'sort', 'the items have no order') : result;
}

function naturally(a: FeelValue, b: FeelValue): boolean | null {
  const difference = order(a, b);
  return difference === null ? null : difference < 0;
}

function comesFirst(precedes: FeelFunction, run: Run): (a: FeelValue, b: FeelValue) => boolean | null {
  return (a, b) => {
    const outcome = precedes.invoke({ positional: [a, b] }, run);
    return typeof outcome === 'boolean' ? outcome : null;
  };
}

