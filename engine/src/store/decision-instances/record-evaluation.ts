import { sql } from 'kysely';
import type { EvaluatedInput, MatchedRule } from '../../contract/index.ts';
import type { DecisionEvaluation } from '../../kernel/facts.ts';
import type { Actor } from '../audit/actor.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { DecisionVersion } from '../definitions/find-definitions.ts';
import type { Tx } from '../open-store.ts';
import { evaluatedInputs, matchedRules } from './evaluated-decision.ts';

/** An evaluation that somebody asked for, outside any process. */
export interface AskedEvaluation {
  readonly decision: DecisionVersion;
  /** Every decision evaluated, in order, the asked one last. */
  readonly evaluations: readonly DecisionEvaluation[];
  readonly failure: string | null;
  readonly output: string;
  readonly actor: Actor;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly requestId: string;
}

/** A decision of the evaluation, with the definition that it is of; `result` is JSON text. */
export interface RecordedDecision {
  readonly decisionEvaluationInstanceKey: string;
  readonly decisionDefinitionKey: string;
  readonly decisionDefinitionVersion: number;
  readonly decisionDefinitionId: string;
  readonly decisionDefinitionName: string;
  readonly decisionDefinitionType: string;
  readonly result: string;
  readonly evaluatedInputs: EvaluatedInput[];
  readonly matchedRules: MatchedRule[];
}

/** Records an evaluation, and who asked for it. @returns its key, and what became of each evaluated decision, in order. */
export async function recordEvaluation(tx: Tx, asked: AskedEvaluation): Promise<{ readonly decisionEvaluationKey: string; readonly decisions: readonly RecordedDecision[] }> {
  const { decision, evaluations } = asked;
  const { rows } = await sql<{ key: string }>`select nextval('key_sequence') << 20 as key`.execute(tx);
  const decisionEvaluationKey = rows[0]!.key;
  const own = await tx.selectFrom('decision_definitions').where('decision_requirements_key', '=', decision.decisionRequirementsKey)
    .select(['decision_definition_id', 'decision_definition_key', 'version']).execute();
  const decisions: RecordedDecision[] = [];
  for (const [index, evaluation] of evaluations.entries()) {
    const definition = own.find((row) => row.decision_definition_id === evaluation.decisionId);
    const recorded = {
      decisionEvaluationInstanceKey: `${decisionEvaluationKey}-${index + 1}`,
      decisionDefinitionKey: definition?.decision_definition_key ?? decision.decisionDefinitionKey,
      decisionDefinitionVersion: definition?.version ?? decision.version,
      decisionDefinitionId: evaluation.decisionId,
      decisionDefinitionName: evaluation.decisionName,
      decisionDefinitionType: evaluation.decisionType,
      result: JSON.stringify(evaluation.output),
      evaluatedInputs: evaluatedInputs(evaluation),
      matchedRules: matchedRules(evaluation),
    };
    await sql`insert into decision_instances (tenant_id, decision_evaluation_instance_key, decision_evaluation_key, position, decision_definition_key, decision_definition_id,
        decision_definition_name, decision_definition_version, decision_definition_type, decision_requirements_key, root_decision_definition_key, evaluation_date,
        evaluation_failure, state, result, evaluated_inputs, matched_rules)
      values (current_setting('app.tenant'), ${recorded.decisionEvaluationInstanceKey}, ${decisionEvaluationKey}, ${index + 1}, ${recorded.decisionDefinitionKey}, ${evaluation.decisionId},
        ${evaluation.decisionName}, ${recorded.decisionDefinitionVersion}, ${evaluation.decisionType}, ${decision.decisionRequirementsKey}, ${decision.decisionDefinitionKey}, ${new Date(asked.at)},
        ${evaluation.failure}, ${evaluation.failure === null ? 'EVALUATED' : 'FAILED'}, ${recorded.result}, ${JSON.stringify(recorded.evaluatedInputs)},
        ${JSON.stringify(recorded.matchedRules)})`.execute(tx);
    decisions.push(recorded);
  }
  await appendAudit(tx, { stream: `decision/${decision.decisionDefinitionId}`, actor: asked.actor, at: asked.at, requestId: asked.requestId }, [
    {
      category: 'DEPLOYED_RESOURCES', entity_type: 'DECISION', entity_key: decisionEvaluationKey, operation_type: 'EVALUATE', result: asked.failure === null ? 'SUCCESS' : 'FAIL',
      entity_description: decision.decisionDefinitionId, decision_evaluation_key: decisionEvaluationKey, decision_definition_key: decision.decisionDefinitionKey,
      decision_definition_id: decision.decisionDefinitionId, decision_requirements_key: decision.decisionRequirementsKey, decision_requirements_id: decision.decisionRequirementsId,
      details: JSON.stringify({ version: decision.version, failure: asked.failure, evaluations }), new_value: asked.output,
    },
  ]);
  return { decisionEvaluationKey, decisions };
}
