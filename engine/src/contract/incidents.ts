import { z } from 'zod';
import { dateTimeFilter, enumFilter, keyFilter, stringFilter } from './filters.ts';
import { dateTime, elementId, key, operationReference, processDefinitionId, tenantId } from './keys.ts';
import { operation } from './operation.ts';
import { searchReply, searchRequest } from './search.ts';

export const incidentErrorTypes = [
  'AD_HOC_SUB_PROCESS_NO_RETRIES', 'CALLED_DECISION_ERROR', 'CALLED_ELEMENT_ERROR', 'CONDITION_ERROR', 'DECISION_EVALUATION_ERROR', 'EXECUTION_LISTENER_NO_RETRIES', 'EXTRACT_VALUE_ERROR',
  'FORM_NOT_FOUND', 'IO_MAPPING_ERROR', 'JOB_NO_RETRIES', 'MESSAGE_SIZE_EXCEEDED', 'RESOURCE_NOT_FOUND', 'TASK_LISTENER_NO_RETRIES', 'UNHANDLED_ERROR_EVENT', 'UNKNOWN', 'UNSPECIFIED',
] as const;
export const incidentStates = ['ACTIVE', 'MIGRATED', 'PENDING', 'RESOLVED', 'UNKNOWN'] as const;

export const incident = z
  .object({
    incidentKey: key,
    processDefinitionId,
    processDefinitionKey: key,
    processInstanceKey: key,
    rootProcessInstanceKey: key.nullable(),
    errorType: z.enum(incidentErrorTypes),
    errorMessage: z.string(),
    elementId,
    elementInstanceKey: key,
    creationTime: dateTime,
    state: z.enum(incidentStates),
    tenantId,
    jobKey: key.nullable(),
  })
  .meta({ id: 'Incident' });

export type Incident = z.output<typeof incident>;

export const incidentFilter = z.strictObject({
  processDefinitionId: stringFilter.optional(),
  errorType: enumFilter(incidentErrorTypes).optional(),
  errorMessage: stringFilter.optional(),
  elementId: stringFilter.optional(),
  creationTime: dateTimeFilter.optional(),
  state: enumFilter(incidentStates).optional(),
  tenantId: stringFilter.optional(),
  incidentKey: keyFilter.optional(),
  processDefinitionKey: keyFilter.optional(),
  processInstanceKey: keyFilter.optional(),
  elementInstanceKey: keyFilter.optional(),
  jobKey: keyFilter.optional(),
});

export const incidentSearchRequest = searchRequest(incidentFilter, [
  'incidentKey', 'processDefinitionKey', 'processDefinitionId', 'processInstanceKey', 'errorType', 'elementId', 'elementInstanceKey', 'creationTime', 'state', 'jobKey', 'tenantId',
]);
export type IncidentSearch = z.output<typeof incidentSearchRequest>;

const params = z.strictObject({ incidentKey: key });
const tag = 'Incident';

export const incidentOperations = {
  searchIncidents: operation({
    id: 'searchIncidents', method: 'POST', path: '/v2/incidents/search', tag, summary: 'Search incidents', body: incidentSearchRequest,
    reply: { status: 200, body: searchReply(incident) }, problems: [],
  }),
  getIncident: operation({ id: 'getIncident', method: 'GET', path: '/v2/incidents/{incidentKey}', tag, summary: 'Get an incident', params, reply: { status: 200, body: incident }, problems: [404] }),
  resolveIncident: operation({
    id: 'resolveIncident', method: 'POST', path: '/v2/incidents/{incidentKey}/resolution', tag, summary: 'Try again what raised the incident', params,
    body: z.strictObject({ operationReference: operationReference.optional() }), reply: { status: 204, body: null }, problems: [404, 409], idempotent: true,
  }),
};
