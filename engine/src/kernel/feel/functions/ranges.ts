import { order } from '../operations/ordering.ts';
import { isWithin } from '../operations/membership.ts';
import type { Run } from '../run.ts';
import type { FeelRange, FeelValue } from '../values.ts';
import { define, failed, parameter, type Form } from './define.ts';
import { parseRangeText } from './range-text.ts';
import { point, range, text } from './types.ts';

/** The relations of intervals (DMN table 78); null where the points don't compare. */
export const rangeFunctions: readonly Form[] = [
  ...relation('before', {
    points: (c) => c.pp < 0,
    pointRange: (a, b, run) => precedes(a, true, b.start, b.startIncluded, run),
    rangePoint: (a, b, run) => precedes(a.end, a.endIncluded, b, true, run),
    ranges: (a, b, run) => precedes(a.end, a.endIncluded, b.start, b.startIncluded, run),
  }),
  ...relation('after', {
    points: (c) => c.pp > 0,
    pointRange: (a, b, run) => precedes(b.end, b.endIncluded, a, true, run),
    rangePoint: (a, b, run) => precedes(b, true, a.start, a.startIncluded, run),
    ranges: (a, b, run) => precedes(b.end, b.endIncluded, a.start, a.startIncluded, run),
  }),
  ...relation('meets', { ranges: (a, b, run) => a.endIncluded && b.startIncluded && same(a.end, b.start, run) }),
  ...relation('met by', { ranges: (a, b, run) => b.endIncluded && a.startIncluded && same(b.end, a.start, run) }),
  ...relation('overlaps', { ranges: (a, b, run) => !(precedes(a.end, a.endIncluded, b.start, b.startIncluded, run) || precedes(b.end, b.endIncluded, a.start, a.startIncluded, run)) }),
  ...relation('overlaps before', { ranges: (a, b, run) => overlapsBefore(a, b, run) }),
  ...relation('overlaps after', { ranges: (a, b, run) => overlapsAfter(a, b, run) }),
  ...relation('finishes', {
    pointRange: (a, b, run) => b.endIncluded && same(b.end, a, run),
    ranges: (a, b, run) => a.endIncluded === b.endIncluded && same(a.end, b.end, run) && startsNoEarlier(a, b, run),
  }),
  ...relation('finished by', {
    rangePoint: (a, b, run) => a.endIncluded && same(a.end, b, run),
    ranges: (a, b, run) => a.endIncluded === b.endIncluded && same(a.end, b.end, run) && startsNoEarlier(b, a, run),
  }),
  ...relation('includes', {
    rangePoint: (a, b, run) => isWithin(b, a, run),
    ranges: (a, b, run) => startsNoEarlier(b, a, run) && endsNoLater(b, a, run),
  }),
  ...relation('during', {
    pointRange: (a, b, run) => isWithin(a, b, run),
    ranges: (a, b, run) => startsNoEarlier(a, b, run) && endsNoLater(a, b, run),
  }),
  ...relation('starts', {
    pointRange: (a, b, run) => b.startIncluded && same(b.start, a, run),
    ranges: (a, b, run) => a.startIncluded === b.startIncluded && same(a.start, b.start, run) && endsNoLater(a, b, run),
  }),
  ...relation('started by', {
    rangePoint: (a, b, run) => a.startIncluded && same(a.start, b, run),
    ranges: (a, b, run) => a.startIncluded === b.startIncluded && same(a.start, b.start, run) && endsNoLater(b, a, run),
  }),
  ...relation('coincides', {
    points: (c) => c.pp === 0,
    ranges: (a, b, run) => a.startIncluded === b.startIncluded && a.endIncluded === b.endIncluded && same(a.start, b.start, run) && same(a.end, b.end, run),
  }),
  define('range', [parameter('from', text)], (run, from) => parseRangeText(from, run) ?? failed(run, 'range', `'${from.slice(0, 100)}' is no range`)),
];

type Bound = FeelValue | undefined;

interface Relation {
  readonly points?: (compared: { readonly pp: number }) => boolean;
  readonly pointRange?: (point: FeelValue, range: FeelRange, run: Run) => boolean | null;
  readonly rangePoint?: (range: FeelRange, point: FeelValue, run: Run) => boolean | null;
  readonly ranges: (a: FeelRange, b: FeelRange, run: Run) => boolean | null;
}

/** The values that were to be compared have no order. */
class Incomparable extends Error {}

function relation(name: string, { points, pointRange, rangePoint, ranges }: Relation): Form[] {
  const guarded = <A, B>(relate: (a: A, b: B, run: Run) => boolean | null) => (run: Run, a: A, b: B): FeelValue => {
    try {
      return relate(a, b, run);
    } catch (error) {
      if (error instanceof Incomparable) return failed(run, name, 'the values have no order');
      throw error;
    }
  };
  const [range1, range2] = [parameter('range1', range), parameter('range2', range)];
  return [
    define(name, [range1, range2], guarded(ranges)),
    ...(points ? [define(name, [parameter('point1', point), parameter('point2', point)], guarded((a: FeelValue, b: FeelValue) => points({ pp: compare(a, b) })))] : []),
    ...(pointRange ? [define(name, [parameter('point', point), parameter('range', range)], guarded(pointRange))] : []),
    ...(rangePoint ? [define(name, [parameter('range', range), parameter('point', point)], guarded(rangePoint))] : []),
  ];
}

function compare(a: FeelValue, b: FeelValue): number {
  const difference = order(a, b);
  if (difference === null) throw new Incomparable();
  return difference;
}

/** Whether an end lies before a start; a bound that is missing lies nowhere before. */
function precedes(end: Bound, endIncluded: boolean, start: Bound, startIncluded: boolean, _: Run): boolean {
  if (end === undefined || start === undefined) return false;
  const difference = compare(end, start);
  return difference < 0 || (difference === 0 && !(endIncluded && startIncluded));
}

function same(a: Bound, b: Bound, _: Run): boolean {
  if (a === undefined || b === undefined) return a === b;
  return compare(a, b) === 0;
}

/** Negative where a starts before b. */
function compareStarts(a: FeelRange, b: FeelRange): number {
  if (a.start === undefined || b.start === undefined) return a.start === b.start ? 0 : a.start === undefined ? -1 : 1;
  return compare(a.start, b.start) || Number(b.startIncluded) - Number(a.startIncluded);
}

/** Negative where a ends before b. */
function compareEnds(a: FeelRange, b: FeelRange): number {
  if (a.end === undefined || b.end === undefined) return a.end === b.end ? 0 : a.end === undefined ? 1 : -1;
  return compare(a.end, b.end) || Number(a.endIncluded) - Number(b.endIncluded);
}

const startsNoEarlier = (a: FeelRange, b: FeelRange, _: Run): boolean => compareStarts(a, b) >= 0;

const endsNoLater = (a: FeelRange, b: FeelRange, _: Run): boolean => compareEnds(a, b) <= 0;

function overlapsBefore(a: FeelRange, b: FeelRange, run: Run): boolean {
  return compareStarts(a, b) < 0 && compareEnds(a, b) <= 0 && !precedes(a.end, a.endIncluded, b.start, b.startIncluded, run);
}

function overlapsAfter(a: FeelRange, b: FeelRange, run: Run): boolean {
  return compareStarts(a, b) > 0 && compareEnds(a, b) >= 0 && !precedes(b.end, b.endIncluded, a.start, a.startIncluded, run);
}
