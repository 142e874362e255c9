import type { ModelNames } from '../feel/compile/compile-text.ts';
import { follow } from './graph.ts';
import type { BoxedExpression, BusinessKnowledge, Decision, DecisionModel, ItemDefinition, Reference } from './model.ts';

/** The names that an element's expressions may read: of what it requires, of imports and of types. */
export function namesOf(element: Decision | BusinessKnowledge, model: DecisionModel): ModelNames {
  const references: readonly Reference[] = [...('requiredInputs' in element ? [...element.requiredInputs, ...element.requiredDecisions] : []), ...element.requiredKnowledge];
  const required = references.flatMap((reference) => follow(model, reference)?.located.element.variable.name ?? []);
  const types = [model, ...model.imports.map((imported) => imported.model)].flatMap((one) => one.types.map(({ name }) => name));
  return { names: [...required, ...model.imports.map(({ name }) => name), ...types], properties: propertiesOf(model) };
}

export const withNames = (names: ModelNames, more: readonly string[]): ModelNames => ({ ...names, names: [...names.names, ...more] });

const kept = new WeakMap<DecisionModel, readonly string[]>();

/** All names that may stand after a dot: of components, context entries, columns, outputs, and of what imports hold. */
function propertiesOf(model: DecisionModel): readonly string[] {
  const known = kept.get(model);
  if (known) return known;
  const names = new Set<string>();
  collect(model, names);
  const complex = [...names].filter((name) => !/^[\p{ID_Start}_][\p{ID_Continue}]*$/u.test(name));
  kept.set(model, complex);
  return complex;
}

function collect(model: DecisionModel, names: Set<string>): void {
  for (const type of model.types) collectType(type, names);
  for (const { variable } of [...model.inputs, ...model.decisions, ...model.knowledge, ...model.services]) names.add(variable.name);
  for (const { logic } of [...model.decisions, ...model.knowledge]) if (logic) collectBox({ id: '', type: null, ...logic }, names);
  for (const imported of model.imports) {
    names.add(imported.name);
    collect(imported.model, names);
  }
}

function collectType(type: ItemDefinition, names: Set<string>): void {
  for (const component of type.components) {
    names.add(component.name);
    collectType(component, names);
  }
}

function collectBox(box: BoxedExpression, names: Set<string>): void {
  if (box.kind === 'context') for (const { variable } of box.entries) if (variable) names.add(variable.name);
  if (box.kind === 'relation') for (const { name } of box.columns) names.add(name);
  if (box.kind === 'decision table') for (const { name } of box.outputs) names.add(name);
  for (const child of boxesIn(box)) collectBox(child, names);
}

/** The boxes directly inside a box. */
export function boxesIn(box: BoxedExpression): readonly BoxedExpression[] {
  switch (box.kind) {
    case 'literal':
    case 'decision table':
      return [];
    case 'context':
      return box.entries.map(({ value }) => value);
    case 'invocation':
      return [box.called, ...box.bindings.flatMap(({ value }) => value ?? [])];
    case 'function':
      return box.body ? [box.body] : [];
    case 'relation':
      return box.rows.flat();
    case 'list':
      return box.items;
    case 'conditional':
      return [box.condition, box.then, box.otherwise];
    case 'filter':
      return [box.source, box.match];
    case 'for':
    case 'some':
    case 'every':
      return [box.source, box.body];
  }
}
