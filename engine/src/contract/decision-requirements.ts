import { z } from 'zod';
import { filterKey, key, tenantId } from './keys.ts';
import { operation } from './operation.ts';
import { searchReply, searchRequest } from './search.ts';

export const decisionRequirements = z
  .object({ decisionRequirementsKey: key, decisionRequirementsId: z.string(), decisionRequirementsName: z.string(), resourceName: z.string(), version: z.int(), tenantId })
  .meta({ id: 'DecisionRequirements' });

export type DecisionRequirements = z.output<typeof decisionRequirements>;

export const decisionRequirementsFilter = z.strictObject({
  decisionRequirementsName: z.string().optional(),
  decisionRequirementsId: z.string().optional(),
  decisionRequirementsKey: filterKey.optional(),
  version: z.int().optional(),
  tenantId: tenantId.optional(),
  resourceName: z.string().optional(),
});

export const decisionRequirementsSearchRequest = searchRequest(decisionRequirementsFilter, [
  'decisionRequirementsKey', 'decisionRequirementsName', 'version', 'decisionRequirementsId', 'tenantId',
]);
export type DecisionRequirementsSearch = z.output<typeof decisionRequirementsSearchRequest>;

const params = z.strictObject({ decisionRequirementsKey: key });
const at = '/v2/decision-requirements/{decisionRequirementsKey}';
const tag = 'Decision requirements';

export const decisionRequirementsOperations = {
  searchDecisionRequirements: operation({
    id: 'searchDecisionRequirements', method: 'POST', path: '/v2/decision-requirements/search', tag, summary: 'Search decision requirement graphs', body: decisionRequirementsSearchRequest,
    reply: { status: 200, body: searchReply(decisionRequirements) }, problems: [],
  }),
  getDecisionRequirements: operation({ id: 'getDecisionRequirements', method: 'GET', path: at, tag, summary: 'Get a decision requirement graph', params, reply: { status: 200, body: decisionRequirements }, problems: [404] }),
  getDecisionRequirementsXml: operation({
    id: 'getDecisionRequirementsXml', method: 'GET', path: `${at}/xml`, tag, summary: 'Get the DMN of a decision requirement graph', params, reply: { status: 200, body: { mediaType: 'text/xml' } }, problems: [404],
  }),
};
