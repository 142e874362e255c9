import { contains, equal } from '../operations/equality.ts';
import { describe } from '../operations/describe.ts';
import { isWithin } from '../operations/membership.ts';
import type { Run } from '../run.ts';
import { Binding, inputName, type FeelScope } from '../scope.ts';
import type { Expression, UnaryTests } from '../syntax/ast.ts';
import { usesInput } from '../syntax/uses-input.ts';
import { FeelRange, isList, type FeelList, type FeelValue } from '../values.ts';
import type { Code } from './code.ts';
import { comparisons } from './compile-comparison.ts';
import { compile } from './compile-expression.ts';
import { truthOf } from './compile-logic.ts';

/** One test of a value; `scope` already knows the value as `?`. */
type Test = (input: FeelValue, scope: FeelScope, run: Run) => boolean | null;

/** The tests of a decision table's cell: true, false, or null where no test is known to hold and one is not known. */
export function compileUnaryTests(tests: UnaryTests): (input: FeelValue, scope: FeelScope, run: Run) => boolean | null {
  if (tests.kind === 'any') return () => true;
  const anyOf = compileAnyOf(tests.tests);
  return (input, scope, run) => {
    const outcome = anyOf(input, new Binding(inputName, input, scope), run);
    return outcome === null || !tests.negated ? outcome : !outcome;
  };
}

/** `value in test` and `value in (test, test)`. */
export function compileMembership(value: Expression, tests: readonly Expression[]): Code {
  const tested = compile(value);
  const anyOf = compileAnyOf(tests);
  return (scope, run) => {
    const input = tested(scope, run);
    return anyOf(input, new Binding(inputName, input, scope), run);
  };
}

function compileAnyOf(tests: readonly Expression[]): Test {
  const compiled = tests.map(compileTest);
  const [only] = compiled;
  if (only && compiled.length === 1) return only;
  return (input, scope, run) => {
    let known = true;
    for (const test of compiled) {
      const outcome = test(input, scope, run);
      if (outcome === true) return true;
      if (outcome === null) known = false;
    }
    return known ? false : null;
  };
}

/** A comparison with the input, a combination of such, or an expression whose value decides. */
function compileTest(test: Expression): Test {
  if (test.kind === 'unary range') {
    const [compare, operand] = [comparisons[test.operator], compile(test.operand)];
    return (input, scope, run) => compare(input, operand(scope, run), run);
  }
  if ((test.kind === 'and' || test.kind === 'or') && test.operands.some(isComparisonWithInput)) return compileCombined(test.kind, test.operands);
  const code = compile(test);
  if (usesInput(test)) return (_, scope, run) => truthOf(code(scope, run), run);
  const literal = test.kind === 'boolean';
  return (input, scope, run) => matches(input, code(scope, run), literal, run);
}

const isComparisonWithInput = (test: Expression): boolean => test.kind === 'unary range' || test.kind === 'range';

/** `> 3 and < 5`: each operand tests the input. */
function compileCombined(kind: 'and' | 'or', operands: readonly Expression[]): Test {
  const tests = operands.map((operand): Test => (isComparisonWithInput(operand) ? compileTest(operand) : asTruth(compile(operand))));
  const decisive = kind === 'or';
  return (input, scope, run) => {
    let known = true;
    for (const test of tests) {
      const outcome = test(input, scope, run);
      if (outcome === decisive) return decisive;
      if (outcome === null) known = false;
    }
    return known ? !decisive : null;
  };
}

const asTruth = (code: Code): Test => (_, scope, run) => truthOf(code(scope, run), run);

/**
 * Whether the value of a test that does not name the input accepts it: a range or list that holds it, an equal value,
 * or a condition that is true.
 */
function matches(input: FeelValue, value: FeelValue, literal: boolean, run: Run): boolean | null {
  if (value instanceof FeelRange && !(input instanceof FeelRange)) return isWithin(input, value, run);
  if (isList(value)) return matchesList(input, value, run);
  if (value === true && !literal && !(run.dialect === 'standard' && typeof input === 'boolean')) return true;
  const same = equal(input, value, run);
  if (same !== null) return same;
  if (value === false && !literal) return false;
  return run.warn('NOT_COMPARABLE', `Can't compare '${describe(input)}' with '${describe(value)}'`);
}

function matchesList(input: FeelValue, list: FeelList, run: Run): boolean {
  if (contains(list, input, run) || equal(input, list, run) === true) return true;
  return list.some((item) => item instanceof FeelRange && !(input instanceof FeelRange) && isWithin(input, item, run) === true);
}
