import { argumentsInOrder } from '../feel/compile/compile-function.ts';
import type { Code } from '../feel/compile/code.ts';
import { Binding, type FeelScope } from '../feel/scope.ts';
import { FeelFunction } from '../feel/values.ts';
import { DecisionFailure } from './failure.ts';
import type { BoxedExpression, DecisionModel, FunctionDefinition } from './model.ts';
import { coerce } from './types.ts';

const depthOfBox = 24;

/** A boxed function or business knowledge model as a FEEL function; arguments are brought to the types of the parameters. */
export function makeFunction(name: string, definition: FunctionDefinition, compile: (body: BoxedExpression) => Code, model: DecisionModel, scopeOf: () => FeelScope): FeelFunction {
  const names = definition.parameters.map((parameter) => parameter.name);
  const body = definition.body && definition.language === 'FEEL' ? compile(definition.body) : null;
  return new FeelFunction(name, names, (given, run) => {
    if (definition.language !== 'FEEL') throw new DecisionFailure(`Functions in ${definition.language} are not called.`);
    const values = argumentsInOrder(names, given);
    if (!values) return run.warn('NO_FUNCTION_FOUND', `'${name}' takes ${names.length === 0 ? 'no parameters' : `(${names.join(', ')})`}`);
    let scope = scopeOf();
    for (const [i, parameter] of definition.parameters.entries()) {
      const value = coerce(values[i] ?? null, parameter.type, model, run);
      if (value === undefined) return run.warn('FUNCTION_INVOCATION_FAILURE', `The argument '${parameter.name}' of '${name}' is not of the type '${parameter.type ?? ''}'`);
      scope = new Binding(parameter.name, value, scope);
    }
    run.charge(1 + names.length);
    return body ? run.nested(depthOfBox, () => body(scope, run)) : null;
  });
}
