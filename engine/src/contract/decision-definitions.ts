import { z } from 'zod';
import { decisionDefinitionId, decisionEvaluationInstanceKey, filterKey, key, tenantId, variables } from './keys.ts';
import { operation } from './operation.ts';
import { searchReply, searchRequest } from './search.ts';

export const decisionDefinition = z
  .object({
    decisionDefinitionKey: key,
    decisionDefinitionId,
    name: z.string(),
    version: z.int(),
    decisionRequirementsId: z.string(),
    decisionRequirementsKey: key,
    decisionRequirementsName: z.string(),
    decisionRequirementsVersion: z.int(),
    tenantId,
  })
  .meta({ id: 'DecisionDefinition' });

export type DecisionDefinition = z.output<typeof decisionDefinition>;

export const decisionDefinitionFilter = z.strictObject({
  decisionDefinitionId: decisionDefinitionId.optional(),
  name: z.string().optional(),
  isLatestVersion: z.boolean().optional(),
  version: z.int().optional(),
  decisionRequirementsId: z.string().optional(),
  tenantId: tenantId.optional(),
  decisionDefinitionKey: filterKey.optional(),
  decisionRequirementsKey: filterKey.optional(),
  decisionRequirementsName: z.string().optional(),
  decisionRequirementsVersion: z.int().optional(),
});

export const decisionDefinitionSearchRequest = searchRequest(decisionDefinitionFilter, [
  'decisionDefinitionKey', 'decisionDefinitionId', 'name', 'version', 'decisionRequirementsId', 'decisionRequirementsKey', 'decisionRequirementsName', 'decisionRequirementsVersion', 'tenantId',
]);
export type DecisionDefinitionSearch = z.output<typeof decisionDefinitionSearchRequest>;

/** The value of an input column when a table was evaluated, as JSON text. */
export const evaluatedInput = z.object({ inputId: z.string(), inputName: z.string(), inputValue: z.string() }).meta({ id: 'EvaluatedInput' });

/** A row that matched, counted from 1, with its outputs as JSON text. */
export const matchedRule = z
  .object({
    ruleId: z.string(),
    ruleIndex: z.int(),
    evaluatedOutputs: z.array(
      z.object({ outputId: z.string(), outputName: z.string(), outputValue: z.string(), ruleId: z.string().nullable(), ruleIndex: z.int().nullable() }),
    ),
  })
  .meta({ id: 'MatchedRule' });

export type EvaluatedInput = z.output<typeof evaluatedInput>;
export type MatchedRule = z.output<typeof matchedRule>;

export const decisionEvaluation = z
  .object({
    decisionDefinitionId,
    decisionDefinitionKey: key,
    decisionDefinitionName: z.string(),
    decisionDefinitionVersion: z.int(),
    decisionRequirementsId: z.string(),
    decisionRequirementsKey: key,
    decisionEvaluationKey: key,
    decisionInstanceKey: key,
    output: z.string().meta({ description: 'JSON text.' }),
    failedDecisionDefinitionId: decisionDefinitionId.nullable(),
    failureMessage: z.string().nullable(),
    evaluatedDecisions: z.array(
      z.object({
        decisionDefinitionId,
        decisionDefinitionKey: key,
        decisionDefinitionName: z.string(),
        decisionDefinitionVersion: z.int(),
        decisionDefinitionType: z.string(),
        decisionEvaluationInstanceKey,
        output: z.string(),
        tenantId,
        matchedRules: z.array(matchedRule),
        evaluatedInputs: z.array(evaluatedInput),
      }),
    ),
    tenantId,
  })
  .meta({ id: 'DecisionEvaluation' });

export type DecisionEvaluationReply = z.output<typeof decisionEvaluation>;

const evaluationFields = { variables: variables.default({}), tenantId: tenantId.optional() };
const params = z.strictObject({ decisionDefinitionKey: key });
const at = '/v2/decision-definitions/{decisionDefinitionKey}';
const tag = 'Decision definition';

export const decisionDefinitionOperations = {
  searchDecisionDefinitions: operation({
    id: 'searchDecisionDefinitions', method: 'POST', path: '/v2/decision-definitions/search', tag, summary: 'Search decision definitions', body: decisionDefinitionSearchRequest,
    reply: { status: 200, body: searchReply(decisionDefinition) }, problems: [],
  }),
  getDecisionDefinition: operation({ id: 'getDecisionDefinition', method: 'GET', path: at, tag, summary: 'Get a decision definition', params, reply: { status: 200, body: decisionDefinition }, problems: [404] }),
  getDecisionDefinitionXml: operation({
    id: 'getDecisionDefinitionXml', method: 'GET', path: `${at}/xml`, tag, summary: 'Get the DMN of a decision definition', params, reply: { status: 200, body: { mediaType: 'text/xml' } }, problems: [404],
  }),
  evaluateDecision: operation({
    id: 'evaluateDecision', method: 'POST', path: '/v2/decision-definitions/evaluation', tag, summary: 'Evaluate a decision; the evaluation is recorded',
    body: z.union([z.strictObject({ decisionDefinitionKey: key, ...evaluationFields }), z.strictObject({ decisionDefinitionId, ...evaluationFields })]),
    reply: { status: 200, body: decisionEvaluation }, problems: [404],
  }),
};
