import { z } from 'zod';
import { evaluatedInput, matchedRule } from './decision-definitions.ts';
import { dateTimeFilter, enumFilter, keyFilter, stringFilter } from './filters.ts';
import { dateTime, decisionDefinitionId, decisionEvaluationInstanceKey, filterKey, key, tenantId } from './keys.ts';
import { operation } from './operation.ts';
import { searchReply, searchRequest } from './search.ts';

export const decisionInstanceStates = ['EVALUATED', 'FAILED', 'UNSPECIFIED', 'UNKNOWN'] as const;
export const decisionDefinitionTypes = ['DECISION_TABLE', 'LITERAL_EXPRESSION', 'UNSPECIFIED', 'UNKNOWN'] as const;

/** One decision of an evaluation: a graph gives several under one evaluation key. */
export const decisionInstance = z
  .object({
    decisionEvaluationInstanceKey,
    decisionEvaluationKey: key,
    decisionDefinitionId,
    decisionDefinitionKey: key,
    decisionDefinitionName: z.string(),
    decisionDefinitionType: z.enum(decisionDefinitionTypes),
    decisionDefinitionVersion: z.int(),
    rootDecisionDefinitionKey: key,
    elementInstanceKey: key.nullable(),
    processDefinitionKey: key.nullable(),
    processInstanceKey: key.nullable(),
    rootProcessInstanceKey: key.nullable(),
    evaluationDate: dateTime,
    evaluationFailure: z.string().nullable(),
    result: z.string().meta({ description: 'JSON text.' }),
    state: z.enum(decisionInstanceStates),
    tenantId,
  })
  .meta({ id: 'DecisionInstance' });

export type DecisionInstance = z.output<typeof decisionInstance>;

export const decisionInstanceDetail = decisionInstance
  .extend({ evaluatedInputs: z.array(evaluatedInput), matchedRules: z.array(matchedRule) })
  .meta({ id: 'DecisionInstanceDetail' });

export type DecisionInstanceDetail = z.output<typeof decisionInstanceDetail>;

export const decisionInstanceFilter = z.strictObject({
  decisionEvaluationInstanceKey: stringFilter.optional(),
  state: enumFilter(decisionInstanceStates).optional(),
  evaluationFailure: z.string().optional(),
  evaluationDate: dateTimeFilter.optional(),
  decisionDefinitionId: decisionDefinitionId.optional(),
  decisionDefinitionName: z.string().optional(),
  decisionDefinitionVersion: z.int().optional(),
  decisionDefinitionType: z.enum(decisionDefinitionTypes).optional(),
  tenantId: tenantId.optional(),
  decisionEvaluationKey: filterKey.optional(),
  processDefinitionKey: filterKey.optional(),
  processInstanceKey: filterKey.optional(),
  decisionDefinitionKey: keyFilter.optional(),
  elementInstanceKey: keyFilter.optional(),
  rootDecisionDefinitionKey: keyFilter.optional(),
  decisionRequirementsKey: keyFilter.optional(),
});

export const decisionInstanceSearchRequest = searchRequest(decisionInstanceFilter, [
  'decisionDefinitionId', 'decisionDefinitionKey', 'decisionDefinitionName', 'decisionDefinitionType', 'decisionDefinitionVersion', 'decisionEvaluationInstanceKey', 'decisionEvaluationKey',
  'elementInstanceKey', 'evaluationDate', 'evaluationFailure', 'processDefinitionKey', 'processInstanceKey', 'rootDecisionDefinitionKey', 'state', 'tenantId',
]);
export type DecisionInstanceSearch = z.output<typeof decisionInstanceSearchRequest>;

const tag = 'Decision instance';

export const decisionInstanceOperations = {
  searchDecisionInstances: operation({
    id: 'searchDecisionInstances', method: 'POST', path: '/v2/decision-instances/search', tag, summary: 'Search evaluated decisions', body: decisionInstanceSearchRequest,
    reply: { status: 200, body: searchReply(decisionInstance) }, problems: [],
  }),
  getDecisionInstance: operation({
    id: 'getDecisionInstance', method: 'GET', path: '/v2/decision-instances/{decisionEvaluationInstanceKey}', tag, summary: 'Get an evaluated decision with its inputs and the rows that matched',
    params: z.strictObject({ decisionEvaluationInstanceKey }), reply: { status: 200, body: decisionInstanceDetail }, problems: [404],
  }),
};
