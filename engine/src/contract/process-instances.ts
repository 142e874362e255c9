import { z } from 'zod';
import { dateTimeFilter, enumFilter, integerFilter, keyFilter, stringFilter, variableValueFilter } from './filters.ts';
import { incident, incidentSearchRequest } from './incidents.ts';
import { businessId, dateTime, elementId, key, longInteger, operationReference, processDefinitionId, tags, tenantId, variables } from './keys.ts';
import { operation } from './operation.ts';
import { searchReply, searchRequest } from './search.ts';

export const processInstanceStates = ['ACTIVE', 'COMPLETED', 'TERMINATED'] as const;

/** Camunda's fields, and `startedBy`: the id of the user or client that created it, null where an event or another instance did. */
export const processInstance = z
  .object({
    processInstanceKey: key,
    processDefinitionId,
    processDefinitionName: z.string().nullable(),
    processDefinitionVersion: z.int(),
    processDefinitionVersionTag: z.string().nullable(),
    processDefinitionKey: key,
    startDate: dateTime,
    endDate: dateTime.nullable(),
    state: z.enum(processInstanceStates),
    hasIncident: z.boolean(),
    tenantId,
    parentProcessInstanceKey: key.nullable(),
    parentElementInstanceKey: key.nullable(),
    rootProcessInstanceKey: key.nullable(),
    tags,
    businessId: businessId.nullable(),
    startedBy: z.string().nullable(),
  })
  .meta({ id: 'ProcessInstance' });

export type ProcessInstance = z.output<typeof processInstance>;

const filterFields = z.strictObject({
  processDefinitionId: stringFilter.optional(),
  processDefinitionName: stringFilter.optional(),
  processDefinitionVersion: integerFilter.optional(),
  processDefinitionVersionTag: stringFilter.optional(),
  processDefinitionKey: keyFilter.optional(),
  startDate: dateTimeFilter.optional(),
  endDate: dateTimeFilter.optional(),
  state: enumFilter(processInstanceStates).optional(),
  hasIncident: z.boolean().optional(),
  tenantId: stringFilter.optional(),
  variables: z.array(variableValueFilter).optional(),
  processInstanceKey: keyFilter.optional(),
  parentProcessInstanceKey: keyFilter.optional(),
  parentElementInstanceKey: keyFilter.optional(),
  errorMessage: stringFilter.optional(),
  elementInstanceState: enumFilter(processInstanceStates).optional(),
  elementId: stringFilter.optional(),
  hasElementInstanceIncident: z.boolean().optional(),
  tags: tags.optional(),
  businessId: stringFilter.optional(),
  startedBy: stringFilter.optional(),
});

/** `$or`: beside the other fields, at least one of these groups is to hold. */
export const processInstanceFilter = filterFields.extend({ $or: z.array(filterFields).max(20).optional() });

export const processInstanceSearchRequest = searchRequest(processInstanceFilter, [
  'processInstanceKey', 'processDefinitionId', 'processDefinitionName', 'processDefinitionVersion', 'processDefinitionVersionTag', 'processDefinitionKey',
  'parentProcessInstanceKey', 'parentElementInstanceKey', 'startDate', 'endDate', 'state', 'hasIncident', 'tenantId', 'businessId',
]);
export type ProcessInstanceSearch = z.output<typeof processInstanceSearchRequest>;

/** Longest wait for the end of an instance, in milliseconds, where none is asked for. */
export const defaultAwait = 10_000;

const creationFields = {
  processDefinitionVersion: z.int().min(-1).default(-1).meta({ description: 'With an id: this version, -1 the latest. With a key it says nothing.' }),
  variables: variables.default({}),
  tenantId: tenantId.optional(),
  operationReference: operationReference.optional(),
  startInstructions: z.array(z.strictObject({ elementId })).default([]),
  runtimeInstructions: z.array(z.looseObject({ type: z.string().optional(), afterElementId: elementId })).default([]),
  awaitCompletion: z.boolean().default(false),
  fetchVariables: z.array(z.string()).default([]),
  requestTimeout: longInteger(0).default(0),
  tags: tags.default([]),
  businessId: businessId.optional(),
};

export const processInstanceCreation = z
  .union([z.strictObject({ processDefinitionKey: key, ...creationFields }), z.strictObject({ processDefinitionId, ...creationFields })])
  .meta({ description: 'By `processDefinitionKey`, or by `processDefinitionId` and version.' });

export const createdProcessInstance = z
  .object({
    processDefinitionId,
    processDefinitionVersion: z.int(),
    processDefinitionKey: key,
    processInstanceKey: key,
    tenantId,
    variables,
    tags,
    businessId: businessId.nullable(),
  })
  .meta({ id: 'CreatedProcessInstance', description: '`variables` is filled only when the end was awaited.' });

const params = z.strictObject({ processInstanceKey: key });
const at = '/v2/process-instances/{processInstanceKey}';
const tag = 'Process instance';

export const processInstanceOperations = {
  createProcessInstance: operation({
    id: 'createProcessInstance', method: 'POST', path: '/v2/process-instances', tag, summary: 'Start a process instance',
    description: 'Where the process has a start form, the variables are checked against it.',
    body: processInstanceCreation, reply: { status: 200, body: createdProcessInstance }, problems: [404, 409, 501, 504], idempotent: true,
  }),
  searchProcessInstances: operation({
    id: 'searchProcessInstances', method: 'POST', path: '/v2/process-instances/search', tag, summary: 'Search process instances',
    body: processInstanceSearchRequest, reply: { status: 200, body: searchReply(processInstance) }, problems: [],
  }),
  getProcessInstance: operation({ id: 'getProcessInstance', method: 'GET', path: at, tag, summary: 'Get a process instance', params, reply: { status: 200, body: processInstance }, problems: [404] }),
  cancelProcessInstance: operation({
    id: 'cancelProcessInstance', method: 'POST', path: `${at}/cancellation`, tag, summary: 'Cancel a process instance', params,
    body: z.strictObject({ operationReference: operationReference.optional(), reason: z.string().min(1).max(2000).optional() }),
    reply: { status: 204, body: null }, problems: [404, 409], idempotent: true,
  }),
  getProcessInstanceCallHierarchy: operation({
    id: 'getProcessInstanceCallHierarchy', method: 'GET', path: `${at}/call-hierarchy`, tag, summary: 'The instances that called this one, from the root down, itself last', params,
    reply: { status: 200, body: z.array(z.object({ processInstanceKey: key, processDefinitionKey: key, processDefinitionName: z.string() })) }, problems: [404],
  }),
  getProcessInstanceSequenceFlows: operation({
    id: 'getProcessInstanceSequenceFlows', method: 'GET', path: `${at}/sequence-flows`, tag, summary: 'The sequence flows taken', params,
    reply: {
      status: 200,
      body: z.object({
        items: z.array(z.object({ sequenceFlowId: z.string(), processInstanceKey: key, rootProcessInstanceKey: key.nullable(), processDefinitionKey: key, processDefinitionId, elementId, tenantId })),
      }),
    },
    problems: [404],
  }),
  getProcessInstanceStatistics: operation({
    id: 'getProcessInstanceStatistics', method: 'GET', path: `${at}/statistics/element-instances`, tag, summary: 'How many element instances are in which state, by element', params,
    reply: { status: 200, body: z.object({ items: z.array(z.object({ elementId, active: z.int(), canceled: z.int(), incidents: z.int(), completed: z.int() })) }) },
    problems: [404],
  }),
  searchProcessInstanceIncidents: operation({
    id: 'searchProcessInstanceIncidents', method: 'POST', path: `${at}/incidents/search`, tag, summary: 'Search the incidents of a process instance', params,
    body: incidentSearchRequest, reply: { status: 200, body: searchReply(incident) }, problems: [404],
  }),
};
