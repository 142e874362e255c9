import { builtinFunction } from '../functions/builtins.ts';
import { describe } from '../operations/describe.ts';
import type { Run } from '../run.ts';
import type { FeelScope } from '../scope.ts';
import type { Expression, InvocationArguments } from '../syntax/ast.ts';
import { FeelFunction, type Arguments, type FeelValue } from '../values.ts';
import type { Code } from './code.ts';
import { compile } from './compile-expression.ts';

/** Calls a function of the scope, or else the built-in one of that name. */
export function compileInvocation(callee: Expression, given: InvocationArguments): Code {
  const values = compileArguments(given);
  if (callee.kind === 'name') return callByName(callee.name, values);
  const target = compile(callee);
  return (scope, run) => {
    run.charge(1);
    const called = target(scope, run);
    if (!(called instanceof FeelFunction)) return run.warn('NO_FUNCTION_FOUND', `Expected function but found '${describe(called)}'`);
    return called.invoke(values(scope, run), run);
  };
}

function callByName(name: string, values: (scope: FeelScope, run: Run) => Arguments): Code {
  const builtin = builtinFunction(name);
  return (scope, run) => {
    run.charge(1);
    const local = scope.get(name) as FeelValue | undefined;
    const called = local instanceof FeelFunction ? local : builtin;
    if (called) return called.invoke(values(scope, run), run);
    return run.warn('NO_FUNCTION_FOUND', local === undefined ? `No function found with name '${name}'` : `Expected function but found '${describe(local)}'`);
  };
}

function compileArguments(given: InvocationArguments): (scope: FeelScope, run: Run) => Arguments {
  if ('positional' in given) {
    const codes = given.positional.map(compile);
    return (scope, run) => ({ positional: codes.map((code) => code(scope, run)) });
  }
  const codes = given.named.map(({ name, value }) => ({ name, code: compile(value) }));
  return (scope, run) => ({ named: new Map(codes.map(({ name, code }) => [name, code(scope, run)])) });
}
