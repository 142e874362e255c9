import { z } from 'zod';
import { dateTimeFilter, enumFilter } from './filters.ts';
import { incident, incidentSearchRequest } from './incidents.ts';
import { dateTime, elementId, filterKey, key, operationReference, processDefinitionId, tenantId, variables } from './keys.ts';
import { operation } from './operation.ts';
import { searchReply, searchRequest } from './search.ts';

export const elementTypes = [
  'UNSPECIFIED', 'PROCESS', 'SUB_PROCESS', 'EVENT_SUB_PROCESS', 'AD_HOC_SUB_PROCESS', 'AD_HOC_SUB_PROCESS_INNER_INSTANCE', 'START_EVENT', 'INTERMEDIATE_CATCH_EVENT', 'INTERMEDIATE_THROW_EVENT',
  'BOUNDARY_EVENT', 'END_EVENT', 'SERVICE_TASK', 'RECEIVE_TASK', 'USER_TASK', 'MANUAL_TASK', 'TASK', 'EXCLUSIVE_GATEWAY', 'INCLUSIVE_GATEWAY', 'PARALLEL_GATEWAY', 'EVENT_BASED_GATEWAY',
  'SEQUENCE_FLOW', 'MULTI_INSTANCE_BODY', 'CALL_ACTIVITY', 'BUSINESS_RULE_TASK', 'SCRIPT_TASK', 'SEND_TASK', 'UNKNOWN',
] as const;
export const elementInstanceStates = ['ACTIVE', 'COMPLETED', 'TERMINATED'] as const;

export const elementInstance = z
  .object({
    elementInstanceKey: key,
    processDefinitionId,
    processDefinitionKey: key,
    processInstanceKey: key,
    rootProcessInstanceKey: key.nullable(),
    startDate: dateTime,
    endDate: dateTime.nullable(),
    elementId,
    elementName: z.string().meta({ description: 'The id where the element has no name.' }),
    type: z.enum(elementTypes),
    state: z.enum(elementInstanceStates),
    hasIncident: z.boolean(),
    incidentKey: key.nullable(),
    tenantId,
  })
  .meta({ id: 'ElementInstance' });

export type ElementInstance = z.output<typeof elementInstance>;

export const elementInstanceFilter = z.strictObject({
  processDefinitionId: processDefinitionId.optional(),
  state: enumFilter(elementInstanceStates).optional(),
  type: z.enum(elementTypes).optional(),
  elementId: elementId.optional(),
  elementName: z.string().optional(),
  hasIncident: z.boolean().optional(),
  tenantId: tenantId.optional(),
  elementInstanceKey: filterKey.optional(),
  processInstanceKey: filterKey.optional(),
  processDefinitionKey: filterKey.optional(),
  incidentKey: filterKey.optional(),
  startDate: dateTimeFilter.optional(),
  endDate: dateTimeFilter.optional(),
  elementInstanceScopeKey: filterKey.optional(),
});

export const elementInstanceSearchRequest = searchRequest(elementInstanceFilter, [
  'elementInstanceKey', 'processInstanceKey', 'processDefinitionKey', 'processDefinitionId', 'startDate', 'endDate', 'elementId', 'elementName', 'type', 'state', 'incidentKey', 'tenantId',
]);
export type ElementInstanceSearch = z.output<typeof elementInstanceSearchRequest>;

const params = z.strictObject({ elementInstanceKey: key });
const at = '/v2/element-instances/{elementInstanceKey}';
const tag = 'Element instance';

export const elementInstanceOperations = {
  searchElementInstances: operation({
    id: 'searchElementInstances', method: 'POST', path: '/v2/element-instances/search', tag, summary: 'Search element instances', body: elementInstanceSearchRequest,
    reply: { status: 200, body: searchReply(elementInstance) }, problems: [],
  }),
  getElementInstance: operation({ id: 'getElementInstance', method: 'GET', path: at, tag, summary: 'Get an element instance', params, reply: { status: 200, body: elementInstance }, problems: [404] }),
  searchElementInstanceIncidents: operation({
    id: 'searchElementInstanceIncidents', method: 'POST', path: `${at}/incidents/search`, tag, summary: 'Search the incidents of an element instance', params,
    body: incidentSearchRequest, reply: { status: 200, body: searchReply(incident) }, problems: [404],
  }),
  createElementInstanceVariables: operation({
    id: 'createElementInstanceVariables', method: 'PUT', path: `${at}/variables`, tag, summary: 'Set variables in the scope of an element instance',
    description: 'With `local` they are set here; otherwise each where its name is already defined, else at the process instance.',
    params, body: z.strictObject({ variables, local: z.boolean().default(false), operationReference: operationReference.optional() }),
    reply: { status: 204, body: null }, problems: [404, 409], idempotent: true,
  }),
};
