import { isNumber } from '../feel/decimal.ts';
import type { Code } from '../feel/compile/code.ts';
import { compileExpressionCode, type ModelNames } from '../feel/compile/compile-text.ts';
import { describe } from '../feel/operations/describe.ts';
import type { Run } from '../feel/run.ts';
import { Binding, ContextScope, scopeOfItem, type FeelScope } from '../feel/scope.ts';
import { FeelFunction, isContext, isList, newContext, type FeelList, type FeelValue } from '../feel/values.ts';
import { compileTable } from './compile-table.ts';
import { DecisionFailure } from './failure.ts';
import { makeFunction } from './make-function.ts';
import type { BoxedExpression, DecisionModel } from './model.ts';
import { withNames } from './names.ts';
import { typedCode } from './types.ts';

type Box<K extends BoxedExpression['kind']> = Extract<BoxedExpression, { kind: K }>;

/** Turns a boxed expression into a closure. A text that can't be read fails when it is reached, so that the rest of the model works. */
export function compileBox(box: BoxedExpression, names: ModelNames, model: DecisionModel): Code {
  return typedCode(compileBare(box, names, model), box.type, box.kind, model);
}

function compileBare(box: BoxedExpression, names: ModelNames, model: DecisionModel): Code {
  switch (box.kind) {
    case 'literal':
      return compileText(box.text, names);
    case 'decision table': {
      const table = compileTable(box, names);
      return (scope, run) => table(scope, run).output;
    }
    case 'context':
      return compileContext(box, names, model);
    case 'invocation':
      return compileInvocation(box, names, model);
    case 'function':
      return (scope) => makeFunction('', box, (inner) => compileBox(inner, withNames(names, box.parameters.map(({ name }) => name)), model), model, () => scope);
    case 'relation':
      return compileRelation(box, names, model);
    case 'list': {
      const items = box.items.map((item) => compileBox(item, names, model));
      return (scope, run) => items.map((item) => item(scope, run));
    }
    case 'conditional': {
      const [condition, then, otherwise] = [box.condition, box.then, box.otherwise].map((part) => compileBox(part, names, model)) as [Code, Code, Code];
      return (scope, run) => {
        const met = condition(scope, run);
        if (met !== null && typeof met !== 'boolean') return run.warn('INVALID_TYPE', `Expected boolean but found '${describe(met)}'`);
        return met === true ? then(scope, run) : otherwise(scope, run);
      };
    }
    case 'filter':
      return compileFilter(box, names, model);
    case 'for':
    case 'some':
    case 'every':
      return compileIterator(box, names, model);
  }
}

/** The code of a text; an empty one is null. */
export function compileText(text: string, names: ModelNames): Code {
  if (text === '') return () => null;
  const compiled = compileExpressionCode(text, names);
  if (compiled.ok) return compiled.value;
  const { message, line, column } = compiled.error;
  return () => {
    throw new DecisionFailure(`'${text.slice(0, 100)}' is no expression: ${message} (line ${line}, column ${column})`);
  };
}

/** A context, or the value of its last entry where that has no name; each entry sees those before it. */
function compileContext(box: Box<'context'>, names: ModelNames, model: DecisionModel): Code {
  let known = names;
  const entries = box.entries.map(({ variable, value }) => {
    const code = compileBox(value, known, model);
    if (variable) known = withNames(known, [variable.name]);
    return { name: variable?.name ?? null, code: variable ? typedCode(code, variable.type, variable.name, model) : code };
  });
  return (scope, run) => {
    run.charge(1 + entries.length);
    const context = newContext();
    const inner: FeelScope = new ContextScope(context, scope);
    for (const { name, code } of entries) {
      const value = code(inner, run);
      if (name === null) return value;
      context[name] = value;
    }
    return context;
  };
}

function compileInvocation(box: Box<'invocation'>, names: ModelNames, model: DecisionModel): Code {
  const called = compileBox(box.called, names, model);
  const bindings = box.bindings.map(({ parameter, value }) => ({
    name: parameter.name,
    code: value ? typedCode(compileBox(value, names, model), parameter.type, parameter.name, model) : (): null => null,
  }));
  return (scope, run) => {
    run.charge(1);
    const target = called(scope, run);
    if (!(target instanceof FeelFunction)) return run.warn('NO_FUNCTION_FOUND', `Expected function but found '${describe(target)}'`);
    return target.invoke({ named: new Map(bindings.map(({ name, code }) => [name, code(scope, run)])) }, run);
  };
}

function compileRelation(box: Box<'relation'>, names: ModelNames, model: DecisionModel): Code {
  const rows = box.rows.map((row) =>
    box.columns.map(({ name, type }, i) => {
      const cell = row[i];
      return { name, code: cell ? typedCode(compileBox(cell, names, model), type, name, model) : (): null => null };
    }),
  );
  return (scope, run) =>
    rows.map((row) => {
      run.charge(1 + row.length);
      const context = newContext();
      for (const { name, code } of row) context[name] = code(scope, run);
      return context;
    });
}

function listOf(value: FeelValue): FeelList | null {
  return isList(value) ? value : value === null ? null : [value];
}

function compileFilter(box: Box<'filter'>, names: ModelNames, model: DecisionModel): Code {
  const source = compileBox(box.source, names, model);
  const match = compileBox(box.match, withNames(names, names.properties), model);
  return (scope, run) => {
    const items = listOf(source(scope, run));
    if (!items) return run.warn('INVALID_TYPE', 'Expected list but found null');
    const selected: FeelValue[] = [];
    for (const item of items) {
      run.charge(1);
      const outcome = match(scopeOfItem(item, scope, isContext(item)), run);
      if (isNumber(outcome) || typeof outcome !== 'boolean') return run.warn('INVALID_TYPE', `Expected boolean but found '${describe(outcome)}'`);
      if (outcome) selected.push(item);
    }
    return selected;
  };
}

function compileIterator(box: Box<'for' | 'some' | 'every'>, names: ModelNames, model: DecisionModel): Code {
  const source = compileBox(box.source, names, model);
  const body = compileBox(box.body, withNames(names, [box.variable, 'partial']), model);
  return (scope, run) => {
    const items = listOf(source(scope, run));
    if (!items) return run.warn('INVALID_TYPE', 'Expected list but found null');
    return box.kind === 'for' ? each(items, box.variable, body, scope, run) : quantified(box.kind, items, box.variable, body, scope, run);
  };
}

function each(items: FeelList, variable: string, body: Code, scope: FeelScope, run: Run): FeelValue {
  const values: FeelValue[] = [];
  for (const item of items) {
    run.charge(1 + Math.ceil(values.length / 16));
    values.push(body(new Binding(variable, item, new Binding('partial', [...values], scope)), run));
  }
  return values;
}

function quantified(kind: 'some' | 'every', items: FeelList, variable: string, body: Code, scope: FeelScope, run: Run): FeelValue {
  let known = true;
  for (const item of items) {
    run.charge(1);
    const outcome = body(new Binding(variable, item, scope), run);
    if (outcome === (kind === 'some')) return outcome;
    if (typeof outcome !== 'boolean') known = false;
  }
  return known ? kind === 'every' : null;
}
