import type { BusinessKnowledge, Decision, DecisionModel, DecisionService, InputData, Reference } from './model.ts';

/** An element with the model in which it stands, and which its own references are read in. */
export type Located =
  | { readonly kind: 'input'; readonly element: InputData; readonly model: DecisionModel }
  | { readonly kind: 'decision'; readonly element: Decision; readonly model: DecisionModel }
  | { readonly kind: 'knowledge'; readonly element: BusinessKnowledge; readonly model: DecisionModel }
  | { readonly kind: 'service'; readonly element: DecisionService; readonly model: DecisionModel };

/** What a reference points at, and the name of the import it was reached by (empty within the model). */
export interface Target {
  readonly located: Located;
  readonly importName: string;
}

const indexes = new WeakMap<DecisionModel, Map<string, Located>>();

function indexOf(model: DecisionModel): Map<string, Located> {
  const known = indexes.get(model);
  if (known) return known;
  const index = new Map<string, Located>();
  for (const element of model.inputs) index.set(element.id, { kind: 'input', element, model });
  for (const element of model.decisions) index.set(element.id, { kind: 'decision', element, model });
  for (const element of model.knowledge) index.set(element.id, { kind: 'knowledge', element, model });
  for (const element of model.services) index.set(element.id, { kind: 'service', element, model });
  indexes.set(model, index);
  return index;
}

/** The element that a reference in a model points at, or null. */
export function follow(model: DecisionModel, { namespace, id }: Reference): Target | null {
  if (namespace === null) {
    const located = indexOf(model).get(id);
    return located ? { located, importName: '' } : null;
  }
  for (const { name, model: imported } of model.imports) {
    const located = imported.namespace === namespace ? indexOf(imported).get(id) : undefined;
    if (located) return { located, importName: name };
  }
  return null;
}

/** The decision of an id, else of a name. */
export const findDecision = (model: DecisionModel, idOrName: string): Decision | undefined =>
  model.decisions.find(({ id }) => id === idOrName) ?? model.decisions.find(({ name }) => name === idOrName);
