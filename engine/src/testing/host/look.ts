import { isEnded, type KernelFact } from '../../kernel/index.ts';
import type { HeldInstance } from './held-instance.ts';
import type { DecisionView, ElementView, InstanceView, VariableView } from './views.ts';

/** Records of an instance, read from its facts. */

export const viewInstance = ({ key, process, snapshot, caller }: HeldInstance): InstanceView => ({
  key,
  processId: process.compiled.processId,
  version: process.version,
  state: snapshot.state === 'created' ? 'active' : snapshot.state,
  calledBy: caller?.elementInstanceKey ?? null,
});

export function viewElements({ key: instanceKey, facts }: HeldInstance): readonly ElementView[] {
  const elements = new Map<string, ElementView>();
  for (const [place, fact] of facts.entries()) {
    if (fact.type === 'element entered') {
      const { elementInstanceKey: key, elementId, elementName: name, elementType: type, scopeKey } = fact;
      elements.set(key, { key, instanceKey, elementId, name, type, scopeKey, state: 'active', ended: null });
    } else if (fact.type === 'element completed' || fact.type === 'element terminated') {
      const element = elements.get(fact.elementInstanceKey);
      const state = fact.type === 'element completed' ? 'completed' : 'terminated';
      if (element) elements.set(element.key, { ...element, state, ended: place });
    }
  }
  return [...elements.values()];
}

/** Every variable that was ever set, with its last value; those of scopes that have ended too. */
export function viewVariables(instance: HeldInstance): readonly VariableView[] {
  const variables = new Map<string, VariableView>();
  const elements = new Map(viewElements(instance).map(({ key, elementId }) => [key, elementId]));
  for (const fact of instance.facts) {
    if (fact.type !== 'variable set') continue;
    const { variableKey, name, scopeKey, new: value } = fact;
    variables.set(variableKey, { name, value, instanceKey: instance.key, scopeKey, elementId: elements.get(scopeKey) ?? '' });
  }
  return [...variables.values()];
}

export const viewDecisions = ({ key, facts }: HeldInstance): readonly DecisionView[] => facts.flatMap((fact) => (fact.type === 'decision evaluated' ? viewEvaluations(key, fact.evaluations) : []));

export const viewEvaluations = (instanceKey: string | null, evaluations: Extract<KernelFact, { type: 'decision evaluated' }>['evaluations']): readonly DecisionView[] =>
  evaluations.map(({ decisionId, decisionName, output, failure, matchedRules }) => ({
    instanceKey,
    decisionId,
    decisionName,
    output,
    failure,
    matchedRules: matchedRules.map(({ ruleIndex }) => ruleIndex),
    evaluations,
  }));

export const isOpen = ({ snapshot }: HeldInstance): boolean => !isEnded(snapshot);
