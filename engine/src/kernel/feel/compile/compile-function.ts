import type { Run } from '../run.ts';
import { Binding, type FeelScope } from '../scope.ts';
import type { FunctionExpression } from '../syntax/ast.ts';
import { FeelFunction, type Arguments, type FeelValue } from '../values.ts';
import type { Code } from './code.ts';
import { compile } from './compile-expression.ts';
import { convertTo, type Conversion } from './convert-type.ts';

/** A function written in FEEL: closes over the scope in which it is defined. */
export function compileFunction({ parameters, body }: FunctionExpression): Code {
  const names = parameters.map(({ name }) => name);
  const conversions = parameters.map(({ type }) => (type ? convertTo(type) : null));
  const code = body && compile(body);
  const depth = (body?.depth ?? 0) + 8;
  return (scope) =>
    new FeelFunction('', names, (given, run) => {
      if (!code) return run.warn('FUNCTION_INVOCATION_FAILURE', 'External functions are not called');
      const inner = bind(names, conversions, given, scope, run);
      return inner && run.nested(depth, () => code(inner, run));
    });
}

function bind(names: readonly string[], conversions: readonly (Conversion | null)[], given: Arguments, scope: FeelScope, run: Run): FeelScope | null {
  run.charge(1 + names.length);
  const values = argumentsInOrder(names, given);
  if (!values) return run.warn('NO_FUNCTION_FOUND', `The function takes ${names.length === 0 ? 'no parameters' : `(${names.join(', ')})`}`);
  let inner = scope;
  for (const [i, name] of names.entries()) {
    const convert = conversions[i];
    const value = values[i] ?? null;
    const converted = convert && value !== null ? convert(value, run) : value;
    if (converted === undefined) return run.warn('FUNCTION_INVOCATION_FAILURE', `The argument '${name}' is not of its type`);
    inner = new Binding(name, converted, inner);
  }
  return inner;
}

/** The arguments in the order of the parameters, or null where they don't fit. */
export function argumentsInOrder(names: readonly string[], given: Arguments): readonly FeelValue[] | null {
  if ('positional' in given) return given.positional.length === names.length ? given.positional : null;
  for (const name of given.named.keys()) if (!names.includes(name)) return null;
  return names.map((name) => given.named.get(name) ?? null);
}
