import { negateValue, calculate } from '../operations/arithmetic.ts';
import { parseTemporalText } from '../temporal/temporal-literal.ts';
import { newContext, type FeelValue } from '../values.ts';
import { ContextScope, inputName, type FeelScope } from '../scope.ts';
import { Halt } from '../run.ts';
import type { Expression } from '../syntax/ast.ts';
import type { Code } from './code.ts';
import { compileComparison, compileBetween } from './compile-comparison.ts';
import { compileConditional, compileConjunction, compileDisjunction } from './compile-logic.ts';
import { compileFilter } from './compile-filter.ts';
import { compileFor, compileQuantified } from './compile-iteration.ts';
import { compileFunction } from './compile-function.ts';
import { compileInstanceOf } from './compile-instance-of.ts';
import { compileInvocation } from './compile-invocation.ts';
import { compileMembership } from './compile-tests.ts';
import { compilePath } from './compile-path.ts';
import { compileRange, compileUnaryRange } from './compile-range.ts';
import { builtinFunction } from '../functions/builtins.ts';

/** Turns an expression into a closure, once; nothing of the tree is looked at when it runs. */
export function compile(expression: Expression): Code {
  switch (expression.kind) {
    case 'null':
      return () => null;
    case 'boolean':
    case 'number':
    case 'string':
      return constant(expression.value);
    case 'temporal':
      return constant(parseTemporalText(expression.text));
    case 'name':
      return compileName(expression.name);
    case 'input':
      return readInput;
    case 'list':
      return compileList(expression.items.map(compile));
    case 'context':
      return compileContext(expression.entries.map(({ name, value }) => ({ name, code: compile(value) })));
    case 'range':
      return compileRange(expression);
    case 'unary range':
      return compileUnaryRange(expression);
    case 'negation': {
      const operand = compile(expression.operand);
      return (scope, run) => negateValue(operand(scope, run), run);
    }
    case 'arithmetic': {
      const { operator } = expression;
      const [left, right] = [compile(expression.left), compile(expression.right)];
      return (scope, run) => calculate(operator, left(scope, run), right(scope, run), run);
    }
    case 'comparison':
      return compileComparison(expression.operator, compile(expression.left), compile(expression.right));
    case 'between':
      return compileBetween(compile(expression.value), compile(expression.low), compile(expression.high));
    case 'in':
      return compileMembership(expression.value, expression.tests);
    case 'instance of':
      return compileInstanceOf(compile(expression.value), expression.type);
    case 'and':
      return compileConjunction(expression.operands.map(compile));
    case 'or':
      return compileDisjunction(expression.operands.map(compile));
    case 'if':
      return compileConditional(compile(expression.condition), compile(expression.then), compile(expression.otherwise));
    case 'for':
      return compileFor(expression.iterators, expression.body);
    case 'some':
    case 'every':
      return compileQuantified(expression.kind, expression.iterators, expression.body);
    case 'path':
      return compilePath(compile(expression.source), expression.name);
    case 'filter':
      return compileFilter(expression.source, expression.condition);
    case 'invocation':
      return compileInvocation(expression.callee, expression.arguments);
    case 'function':
      return compileFunction(expression);
  }
}

/** The value that is being tested. */
const readInput: Code = (scope) => {
  const input = scope.get(inputName) as FeelValue | undefined;
  if (input === undefined) throw new Halt('no input', "'?' stands for the value that is tested; it has a meaning in unary tests only.");
  return input;
};

export const constant = (value: FeelValue): Code => () => value;

function compileName(name: string): Code {
  return (scope, run) => {
    const value = scope.get(name) as FeelValue | undefined;
    if (value !== undefined) return value;
    const builtin = run.dialect === 'standard' ? builtinFunction(name) : undefined;
    return builtin ?? run.warn('NO_VARIABLE_FOUND', `No variable found with name '${name}'`);
  };
}

function compileList(items: readonly Code[]): Code {
  return (scope, run) => {
    run.charge(items.length);
    return items.map((item) => item(scope, run));
  };
}

/** Each entry sees the entries before it. */
function compileContext(entries: readonly { readonly name: string; readonly code: Code }[]): Code {
  const repeated = new Set(entries.map(({ name }) => name)).size < entries.length;
  return (scope, run) => {
    run.charge(entries.length);
    if (repeated && run.dialect === 'standard') return run.warn('INVALID_TYPE', 'A key of the context stands twice');
    const context = newContext();
    const inner: FeelScope = new ContextScope(context, scope);
    for (const { name, code } of entries) context[name] = code(inner, run);
    return context;
  };
}

