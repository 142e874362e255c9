import { add, compareNumbers, divide, isNumber, multiply, squareRoot, subtract, type FeelNumber } from '../decimal.ts';
import { equal } from '../operations/equality.ts';
import { order } from '../operations/ordering.ts';
import type { Run } from '../run.ts';
import type { FeelList, FeelValue } from '../values.ts';
import { defineVariadic, define, failed, parameter, type Form } from './define.ts';
import { list } from './types.ts';

export const listAggregates: readonly Form[] = [
  define('count', [parameter('list', list)], (_, from) => from.length),
  defineVariadic('min', (run, from) => extreme('min', from, -1, run), list),
  defineVariadic('max', (run, from) => extreme('max', from, 1, run), list),
  defineVariadic('sum', (run, from) => ofNumbers('sum', from, run, (numbers) => fold(numbers, add)), list),
  defineVariadic('product', (run, from) => ofNumbers('product', from, run, (numbers) => fold(numbers, multiply)), list),
  defineVariadic('mean', (run, from) => ofNumbers('mean', from, run, mean), list),
  defineVariadic('median', (run, from) => ofNumbers('median', from, run, median), list),
  defineVariadic('stddev', (run, from) => ofNumbers('stddev', from, run, standardDeviation), list),
  defineVariadic('mode', (run, from) => (from.length === 0 ? [] : ofNumbers('mode', from, run, (numbers) => mode(numbers, run))), list),
  ...['all', 'and'].map((name) => defineVariadic(name, (run, from) => conjunction(name, from, run), list)),
  ...['any', 'or'].map((name) => defineVariadic(name, (run, from) => disjunction(name, from, run), list)),
];

function extreme(name: string, from: FeelList, direction: 1 | -1, run: Run): FeelValue {
  run.charge(from.length);
  let [best = null] = from;
  if (from.length > 0 && order(best, best) === null) return failed(run, name, 'the items have no order');
  for (const item of from) {
    const difference = order(item, best);
    if (difference === null) return failed(run, name, 'the items have no order');
    if (difference * direction > 0) best = item;
  }
  return best;
}

/** Null for an empty list; null, with a warning, where an item is no number. */
function ofNumbers(name: string, from: FeelList, run: Run, aggregate: (numbers: readonly FeelNumber[]) => FeelValue): FeelValue {
  run.charge(from.length);
  if (from.length === 0) return null;
  if (!from.every(isNumber)) return failed(run, name, 'the list must hold numbers only');
  return aggregate(from) ?? failed(run, name, 'the result is no number');
}

function fold(numbers: readonly FeelNumber[], combine: (a: FeelNumber, b: FeelNumber) => FeelNumber | null): FeelNumber | null {
  let result: FeelNumber | null = numbers[0] ?? null;
  for (const number of numbers.slice(1)) result = result === null ? null : combine(result, number);
  return result;
}

function mean(numbers: readonly FeelNumber[]): FeelNumber | null {
  const sum = fold(numbers, add);
  return sum === null ? null : divide(sum, numbers.length);
}

function median(numbers: readonly FeelNumber[]): FeelNumber | null {
  const sorted = numbers.toSorted(compareNumbers);
  const middle = sorted.length >> 1;
  const [low, high] = [sorted[middle - 1] ?? 0, sorted[middle] ?? 0];
  return sorted.length % 2 === 1 ? high : mean([low, high]);
}

/** Of a sample: the sum of squares is divided by one less than the count. */
function standardDeviation(numbers: readonly FeelNumber[]): FeelNumber | null {
  const centre = mean(numbers);
  if (centre === null || numbers.length < 2) return null;
  const squares = numbers.map((number) => {
    const difference = subtract(number, centre);
    return difference === null ? null : multiply(difference, difference);
  });
  const sum = squares.includes(null) ? null : fold(squares as FeelNumber[], add);
  const variance = sum === null ? null : divide(sum, numbers.length - 1);
  return variance === null ? null : squareRoot(variance);
}

/** The most frequent numbers, ascending. */
function mode(numbers: readonly FeelNumber[], run: Run): FeelList {
  const groups: { readonly value: FeelNumber; count: number }[] = [];
  for (const value of numbers.toSorted(compareNumbers)) {
    const last = groups.at(-1);
    if (last && equal(last.value, value, run) === true) last.count++;
    else groups.push({ value, count: 1 });
  }
  const most = groups.reduce((largest, { count }) => Math.max(largest, count), 0);
  return groups.filter(({ count }) => count === most).map(({ value }) => value);
}

function conjunction(name: string, from: FeelList, run: Run): FeelValue {
  run.charge(from.length);
  if (from.includes(false)) return false;
  return from.every((item) => item === true) ? true : unknown(name, from, run);
}

function disjunction(name: string, from: FeelList, run: Run): FeelValue {
  run.charge(from.length);
  if (from.includes(true)) return true;
  return from.every((item) => item === false) ? false : unknown(name, from, run);
}

function unknown(name: string, from: FeelList, run: Run): null {
  return from.every((item) => item === null || typeof item === 'boolean') ? null : failed(run, name, 'the list must hold booleans only');
}
