import { isWithin } from '../operations/membership.ts';
import { order } from '../operations/ordering.ts';
import type { Run } from '../run.ts';
import type { FeelRange, FeelValue } from '../values.ts';
import { define, failed, parameter, type Form } from './define.ts';
import { parseRangeText } from './range-text.ts';
import { point, range, text } from './types.ts';

type Bound = FeelValue | undefined;

/** How a relation of intervals (DMN table 78) is decided, for the kinds of operands that it has. */
interface Relation {
  readonly points?: (a: FeelValue, b: FeelValue) => boolean;
  readonly pointAndRange?: (point: FeelValue, range: FeelRange, run: Run) => boolean | null;
  readonly rangeAndPoint?: (range: FeelRange, point: FeelValue, run: Run) => boolean | null;
  readonly ranges: (a: FeelRange, b: FeelRange) => boolean;
}

const relations: Readonly<Record<string, Relation>> = {
  before: {
    points: (a, b) => compare(a, b) < 0,
    pointAndRange: (a, b) => precedes(a, true, b.start, b.startIncluded),
    rangeAndPoint: (a, b) => precedes(a.end, a.endIncluded, b, true),
    ranges: isBefore,
  },
  after: {
    points: (a, b) => compare(a, b) > 0,
    pointAndRange: (a, b) => precedes(b.end, b.endIncluded, a, true),
    rangeAndPoint: (a, b) => precedes(b, true, a.start, a.startIncluded),
    ranges: (a, b) => isBefore(b, a),
  },
  meets: { ranges: (a, b) => a.endIncluded && b.startIncluded && isSame(a.end, b.start) },
  'met by': { ranges: (a, b) => b.endIncluded && a.startIncluded && isSame(b.end, a.start) },
  overlaps: { ranges: (a, b) => !isBefore(a, b) && !isBefore(b, a) },
  'overlaps before': { ranges: (a, b) => compareStarts(a, b) < 0 && compareEnds(a, b) <= 0 && !isBefore(a, b) },
  'overlaps after': { ranges: (a, b) => compareStarts(a, b) > 0 && compareEnds(a, b) >= 0 && !isBefore(b, a) },
  finishes: { pointAndRange: (a, b) => b.endIncluded && isSame(b.end, a), ranges: (a, b) => compareEnds(a, b) === 0 && compareStarts(a, b) >= 0 },
  'finished by': { rangeAndPoint: (a, b) => a.endIncluded && isSame(a.end, b), ranges: (a, b) => compareEnds(a, b) === 0 && compareStarts(a, b) <= 0 },
  includes: { rangeAndPoint: (a, b, run) => isWithin(b, a, run), ranges: (a, b) => compareStarts(a, b) <= 0 && compareEnds(a, b) >= 0 },
  during: { pointAndRange: (a, b, run) => isWithin(a, b, run), ranges: (a, b) => compareStarts(a, b) >= 0 && compareEnds(a, b) <= 0 },
  starts: { pointAndRange: (a, b) => b.startIncluded && isSame(b.start, a), ranges: (a, b) => compareStarts(a, b) === 0 && compareEnds(a, b) <= 0 },
  'started by': { rangeAndPoint: (a, b) => a.startIncluded && isSame(a.start, b), ranges: (a, b) => compareStarts(a, b) === 0 && compareEnds(a, b) >= 0 },
  coincides: { points: (a, b) => compare(a, b) === 0, ranges: (a, b) => compareStarts(a, b) === 0 && compareEnds(a, b) === 0 },
};

export const rangeFunctions: readonly Form[] = [
  ...Object.entries(relations).flatMap(([name, relation]) => formsOf(name, relation)),
  define('range', [parameter('from', text)], (run, from) => parseRangeText(from) ?? failed(run, 'range', `'${from.slice(0, 100)}' is no range`)),
];

function formsOf(name: string, { points, pointAndRange, rangeAndPoint, ranges }: Relation): Form[] {
  const decided = <A, B>(decide: (a: A, b: B, run: Run) => boolean | null) => (run: Run, a: A, b: B): FeelValue => {
    try {
      return decide(a, b, run);
    } catch (error) {
      if (error instanceof Incomparable) return failed(run, name, 'the values have no order');
      throw error;
    }
  };
  return [
    define(name, [parameter('range1', range), parameter('range2', range)], decided(ranges)),
    ...(points ? [define(name, [parameter('point1', point), parameter('point2', point)], decided(points))] : []),
    ...(pointAndRange ? [define(name, [parameter('point', point), parameter('range', range)], decided(pointAndRange))] : []),
    ...(rangeAndPoint ? [define(name, [parameter('range', range), parameter('point', point)], decided(rangeAndPoint))] : []),
  ];
}

/** The values that were to be compared have no order. */
class Incomparable extends Error {}

function compare(a: FeelValue, b: FeelValue): number {
  const difference = order(a, b);
  if (difference === null) throw new Incomparable();
  return difference;
}

/** Whether an end lies before a start; a bound that is missing lies nowhere before. */
function precedes(end: Bound, endIncluded: boolean, start: Bound, startIncluded: boolean): boolean {
  if (end === undefined || start === undefined) return false;
  const difference = compare(end, start);
  return difference < 0 || (difference === 0 && !(endIncluded && startIncluded));
}

function isBefore(a: FeelRange, b: FeelRange): boolean {
  return precedes(a.end, a.endIncluded, b.start, b.startIncluded);
}

const isSame = (a: Bound, b: Bound): boolean => (a === undefined || b === undefined ? a === b : compare(a, b) === 0);

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
