import { evaluateDecision, type DecisionOutcome } from '../../dmn/index.ts';
import type { DefinitionResolved, ResolvedDecision } from '../../events.ts';
import { environment } from '../../expressions/evaluate.ts';
import { boundedJson } from '../../expressions/typed.ts';
import { toJson } from '../../feel/index.ts';
import { done, fail, type Outcome } from '../../outcome.ts';
import { deliverVariables } from '../../rules/deliver-variables.ts';
import type { ElementInstance } from '../../snapshot.ts';
import { drawKey } from '../../turn/draw-key.ts';
import type { Turn } from '../../turn/turn.ts';
import { InstanceScope } from '../../variables/instance-scope.ts';

/** Evaluates the decision that was found, keeps the record of it, and sets the result. */
export function decide(turn: Turn, instance: ElementInstance, resultVariable: string, outcome: DefinitionResolved['outcome']): Outcome {
  if (!outcome.found) return fail('CALLED_DECISION_ERROR', outcome.message);
  const { definition } = outcome;
  if (definition.kind !== 'decision') return fail('CALLED_DECISION_ERROR', 'A decision was asked for, but something else was found.');
  const decided = evaluateDecision(definition.model, definition.decisionId, new InstanceScope(turn, instance), environment(turn));
  record(turn, instance, definition, decided);
  if (!decided.ok) return fail('DECISION_EVALUATION_ERROR', `Decision '${decided.decisionId}' could not be evaluated: ${decided.message}`);
  const output = boundedJson(decided.output);
  if (output === undefined) return fail('DECISION_EVALUATION_ERROR', `The output of decision '${definition.decisionId}' nests too deep.`);
  deliverVariables(turn, instance, { [resultVariable]: output });
  return done;
}

function record(turn: Turn, { key, elementId }: ElementInstance, definition: ResolvedDecision, decided: DecisionOutcome): void {
  turn.facts.push({
    type: 'decision evaluated',
    decisionInstanceKey: drawKey(turn),
    elementInstanceKey: key,
    elementId,
    decisionDefinitionKey: definition.decisionDefinitionKey,
    decisionRequirementsKey: definition.decisionRequirementsKey,
    decisionId: definition.decisionId,
    decisionVersion: definition.version,
    output: decided.ok ? toJson(decided.output) : null,
    failure: decided.ok ? null : decided.message,
    evaluations: decided.evaluations,
  });
  if (decided.ok && decided.output === null && decided.warnings.length > 0) {
    turn.facts.push({
      type: 'expression warning',
      elementInstanceKey: key,
      elementId,
      expression: `decision ${definition.decisionId}`,
      message: decided.warnings.map(({ message }) => message).join('; '),
    });
  }
}
