import { charactersPerStep } from '../operations/arithmetic.ts';
import { describe } from '../operations/describe.ts';
import { equal } from '../operations/equality.ts';
import { order } from '../operations/ordering.ts';
import type { Run } from '../run.ts';
import type { ComparisonOperator } from '../syntax/ast.ts';
import type { FeelValue } from '../values.ts';
import type { Code } from './code.ts';

export function compileComparison(operator: ComparisonOperator, left: Code, right: Code): Code {
  const compare = comparisons[operator];
  return (scope, run) => compare(left(scope, run), right(scope, run), run);
}

export function compileBetween(value: Code, low: Code, high: Code): Code {
  return (scope, run) => {
    const tested = value(scope, run);
    const above = comparisons['>='](tested, low(scope, run), run);
    const below = comparisons['<='](tested, high(scope, run), run);
    if (above === false || below === false) return false;
    return above === null || below === null ? null : true;
  };
}

type Comparison = (a: FeelValue, b: FeelValue, run: Run) => boolean | null;

const notComparable = (a: FeelValue, b: FeelValue, run: Run): null =>
  run.warn('NOT_COMPARABLE', `Can't compare '${describe(a)}' with '${describe(b)}'`);

const equals: Comparison = (a, b, run) => {
  run.charge(1);
  return equal(a, b, run) ?? notComparable(a, b, run);
};

function ordered(holds: (difference: number) => boolean): Comparison {
  return (a, b, run) => {
    run.charge(typeof a === 'string' ? 1 + Math.floor(a.length / charactersPerStep) : 1);
    const difference = order(a, b);
    return difference === null ? notComparable(a, b, run) : holds(difference);
  };
}

/** What each operator answers; null, with a warning, for values that don't compare. */
export const comparisons: Record<ComparisonOperator, Comparison> = {
  '=': equals,
  '!=': (a, b, run) => {
    const same = equals(a, b, run);
    return same === null ? null : !same;
  },
  '<': ordered((difference) => difference < 0),
  '<=': ordered((difference) => difference <= 0),
  '>': ordered((difference) => difference > 0),
  '>=': ordered((difference) => difference >= 0),
};
