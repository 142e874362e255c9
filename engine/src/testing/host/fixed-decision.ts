import type { Json } from '../../kernel/index.ts';
import type { DecisionModel } from '../../kernel/dmn/index.ts';

/** A decision model whose one decision always gives the same output. */
export function fixedDecision(id: string, name: string, output: Json): DecisionModel {
  const decision = {
    id,
    name,
    variable: { name, type: null },
    requiredInputs: [],
    requiredDecisions: [],
    requiredKnowledge: [],
    logic: { id: '', type: null, kind: 'literal' as const, text: JSON.stringify(output) },
  };
  return { id: `${id}-stand-in`, name, namespace: `stand-in:${id}`, types: [], inputs: [], decisions: [decision], knowledge: [], services: [], imports: [] };
}
