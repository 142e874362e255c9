import type { Code } from '../feel/compile/code.ts';
import { compileUnaryTestsCode } from '../feel/compile/compile-text.ts';
import { hasType } from '../feel/compile/compile-instance-of.ts';
import type { Run } from '../feel/run.ts';
import { emptyScope } from '../feel/scope.ts';
import { FeelDate, FeelFunction, entryOf, isContext, isList, kindOf, type FeelContext, type FeelValue } from '../feel/values.ts';
import { midnightUtc } from '../feel/temporal/instants.ts';
import type { DecisionModel, ItemDefinition } from './model.ts';

const basic = new Set(['string', 'number', 'boolean', 'date', 'time', 'date and time', 'dateTime', 'days and time duration', 'dayTimeDuration', 'years and months duration', 'yearMonthDuration', 'list', 'context', 'function', 'range', 'Null']);

/** A type whose definition is known; null is every value's. */
type Known = { readonly kind: 'basic'; readonly name: string } | { readonly kind: 'item'; readonly item: ItemDefinition; readonly model: DecisionModel } | null;

function find(model: DecisionModel, name: string): Known {
  const item = model.types.find((type) => type.name === name);
  if (item) return { kind: 'item', item, model };
  for (const { name: importName, model: imported } of model.imports) {
    if (importName !== '' && name.startsWith(`${importName}.`)) return find(imported, name.slice(importName.length + 1));
    if (importName === '' && imported.types.some((type) => type.name === name)) return find(imported, name);
  }
  if (basic.has(name)) return { kind: 'basic', name };
  const owner = model.imports.find((imported) => imported.model.types.some((type) => type.name === name));
  return owner ? find(owner.model, name) : null;
}

/** Whether the model or FEEL knows a type. */
export const isKnownType = (model: DecisionModel, name: string): boolean => name === 'Any' || find(model, name) !== null;

/** Whether a value is of a type; null is of every type, and every value is of one that is not known. */
export function conforms(value: FeelValue, name: string | null, model: DecisionModel, run: Run, withValues = true): boolean {
  if (name === null || value === null) return true;
  const known = find(model, name);
  if (!known) return true;
  if (known.kind === 'basic') return hasType(value, { kind: 'named', name: known.name }, run);
  return run.nested(2, () => conformsToItem(value, known.item, known.model, run, withValues));
}

function conformsToItem(value: FeelValue, item: ItemDefinition, model: DecisionModel, run: Run, withValues: boolean): boolean {
  run.charge(1);
  if (value === null) return true;
  if (!item.isCollection) return conformsToOne(value, item, model, run, withValues) && (!withValues || accepts(item.constraint, value, run));
  if (!isList(value)) return false;
  return value.every((one) => one === null || conformsToOne(one, item, model, run, withValues)) && (!withValues || accepts(item.constraint, value, run));
}

function conformsToOne(value: FeelValue, item: ItemDefinition, model: DecisionModel, run: Run, withValues: boolean): boolean {
  if (item.isFunction) return value instanceof FeelFunction;
  if (item.components.length > 0) {
    if (!isContext(value) || !item.components.every((component) => conformsToComponent(value, component, model, run, withValues))) return false;
  } else if (!conforms(value, item.type, model, run, withValues)) return false;
  return !withValues || accepts(item.allowedValues, value, run);
}

function conformsToComponent(value: FeelContext, component: ItemDefinition, model: DecisionModel, run: Run, withValues: boolean): boolean {
  const entry = entryOf(value, component.name);
  return entry !== undefined && conformsToItem(entry, component, model, run, withValues);
}

function accepts(tests: string | null, value: FeelValue, run: Run): boolean {
  if (tests === null) return true;
  const compiled = compileUnaryTestsCode(tests);
  return compiled.ok && compiled.value(value, emptyScope, run) === true;
}

/**
 * A value as a type wants it (DMN 10.3.2.9.4): as it is, or the only item of a list, or the only item in a list,
 * or a date as its midnight in UTC; undefined where it does not fit.
 */
export function coerce(value: FeelValue, name: string | null, model: DecisionModel, run: Run): FeelValue | undefined {
  if (conforms(value, name, model, run)) return value;
  if (isList(value) && value.length === 1 && conforms(value[0] ?? null, name, model, run)) return value[0] ?? null;
  if (!isList(value) && conforms([value], name, model, run)) return [value];
  if (value instanceof FeelDate) {
    const atMidnight = midnightUtc(value);
    if (conforms(atMidnight, name, model, run)) return atMidnight;
  }
  return undefined;
}

/** A value of a type, or null and a warning. */
export function typed(value: FeelValue, type: string | null, what: string, model: DecisionModel, run: Run): FeelValue {
  if (type === null || value === null) return value;
  const fitting = coerce(value, type, model, run);
  return fitting === undefined ? run.warn('INVALID_TYPE', `The ${kindOf(value)} of '${what}' is not of the type '${type}'`) : fitting;
}

/** A code whose value is of a type. */
export const typedCode = (code: Code, type: string | null, what: string, model: DecisionModel): Code =>
  type === null || type === 'Any' ? code : (scope, run) => typed(code(scope, run), type, what, model, run);

/** The types of a model, for `instance of`, which does not ask for allowed values. */
export const typeNamedIn =
  (model: DecisionModel, run: Run) =>
  (name: string): ((value: FeelValue) => boolean) | undefined =>
    find(model, name)?.kind === 'item' ? (value) => value !== null && conforms(value, name, model, run, false) : undefined;
