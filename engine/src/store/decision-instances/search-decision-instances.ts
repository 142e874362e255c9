import { sql } from 'kysely';
import { everything } from '../../contract/index.ts';
import type { DecisionInstance, DecisionInstanceDetail, DecisionInstanceSearch, EvaluatedInput, MatchedRule, Page, Visibility } from '../../contract/index.ts';
import type { Tx } from '../open-store.ts';
import { compileOperators } from '../search/compile-filter.ts';
import { allOf, column, ownColumn, type Noun } from '../search/noun.ts';
import { fieldsOf, findRow, searchRows } from '../search/search-rows.ts';

const decisionInstances: Noun<DecisionInstance, DecisionInstanceSearch['filter']> = {
  table: 'decision_instances',
  key: 'decisionEvaluationInstanceKey',
  hasTextKey: true,
  columns: {
    decisionEvaluationInstanceKey: 'decision_evaluation_instance_key', decisionEvaluationKey: 'decision_evaluation_key', decisionDefinitionId: 'decision_definition_id',
    decisionDefinitionKey: 'decision_definition_key', decisionDefinitionName: 'decision_definition_name', decisionDefinitionType: 'decision_definition_type',
    decisionDefinitionVersion: 'decision_definition_version', rootDecisionDefinitionKey: 'root_decision_definition_key', elementInstanceKey: 'element_instance_key',
    processDefinitionKey: 'process_definition_key', processInstanceKey: 'process_instance_key', rootProcessInstanceKey: 'root_process_instance_key',
    evaluationDate: 'evaluation_date', evaluationFailure: 'evaluation_failure', result: 'result', state: 'state', tenantId: 'tenant_id',
  },
  nullable: ['elementInstanceKey', 'processDefinitionKey', 'processInstanceKey', 'evaluationFailure'],
  defaultSort: [{ field: 'decisionEvaluationKey', order: 'ASC' }],
  item: (row: DecisionInstance) => row,
  filters: { decisionRequirementsKey: (filter) => allOf(compileOperators(column('decision_requirements_key'), filter)) },
  attributes: { decisionId: ownColumn('decision_definition_id'), processId: ownColumn('process_definition_id') },
};

export function searchDecisionInstances(tx: Tx, search: DecisionInstanceSearch, visible?: Visibility): Promise<Page<DecisionInstance>> {
  return searchRows(tx, decisionInstances, search, visible);
}

/** One evaluated decision with its inputs and the rules that matched. */
export async function findDecisionInstance(tx: Tx, decisionEvaluationInstanceKey: string, visible: Visibility = everything): Promise<DecisionInstanceDetail | undefined> {
  const found = await findRow(tx, decisionInstances, decisionEvaluationInstanceKey, visible);
  if (!found) return undefined;
  const detail = await tx.selectFrom('decision_instances').select(['evaluated_inputs', 'matched_rules']).where('decision_evaluation_instance_key', '=', decisionEvaluationInstanceKey).executeTakeFirstOrThrow();
  return { ...found, ...parsedDetail(detail) };
}

/** All decisions evaluated in an instance, oldest first, with their details. */
export async function decisionsOfInstance(tx: Tx, processInstanceKey: string): Promise<(DecisionInstanceDetail & { elementId: string | null })[]> {
  const { rows } = await sql<DecisionInstance & { evaluated_inputs: string; matched_rules: string; elementId: string | null }>`
    select ${fieldsOf(decisionInstances)},
      t.element_id as "elementId", t.evaluated_inputs, t.matched_rules
    from decision_instances t where t.process_instance_key = ${processInstanceKey} order by t.evaluation_date, t.decision_evaluation_key, t.position`.execute(tx);
  return rows.map(({ evaluated_inputs, matched_rules, ...row }) => ({ ...row, ...parsedDetail({ evaluated_inputs, matched_rules }) }));
}

function parsedDetail(row: { evaluated_inputs: string; matched_rules: string }) {
  return { evaluatedInputs: JSON.parse(row.evaluated_inputs) as EvaluatedInput[], matchedRules: JSON.parse(row.matched_rules) as MatchedRule[] };
}
