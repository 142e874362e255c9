import { describe } from '../operations/describe.ts';
import { order } from '../operations/ordering.ts';
import { FeelRange } from '../values.ts';
import type { RangeExpression, UnaryRangeExpression } from '../syntax/ast.ts';
import type { Code } from './code.ts';
import { compile } from './compile-expression.ts';

export function compileRange({ start, startIncluded, end, endIncluded }: RangeExpression): Code {
  const [low, high] = [compile(start), compile(end)];
  return (scope, run) => {
    const [from, to] = [low(scope, run), high(scope, run)];
    if (from !== null && to !== null && order(from, to) === null) return run.warn('INVALID_TYPE', `'${describe(from)}' and '${describe(to)}' make no range`);
    if (run.dialect === 'camunda' && (from === null || to === null)) return run.warn('INVALID_TYPE', 'A range needs both bounds');
    return new FeelRange(from, startIncluded, to, endIncluded);
  };
}

/** `< 5` as a value: a range with one bound. */
export function compileUnaryRange({ operator, operand }: UnaryRangeExpression): Code {
  const bound = compile(operand);
  return (scope, run) => {
    const value = bound(scope, run);
    switch (operator) {
      case '<':
      case '<=':
        return new FeelRange(undefined, false, value, operator === '<=');
      case '>':
      case '>=':
        return new FeelRange(value, operator === '>=', undefined, false);
      case '=':
        return new FeelRange(value, true, value, true);
      case '!=':
        return run.warn('INVALID_TYPE', `'!= ${describe(value)}' is a test and no value`);
    }
  };
}
