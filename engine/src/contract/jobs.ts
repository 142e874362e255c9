import { z } from 'zod';
import { dateTimeFilter, enumFilter, integerFilter, keyFilter, stringFilter } from './filters.ts';
import { dateTime, elementId, key, longInteger, operationReference, priority, processDefinitionId, tags, tenantId, variables } from './keys.ts';
import { operation } from './operation.ts';
import { searchReply, searchRequest } from './search.ts';

export const jobStates = ['CANCELED', 'COMPLETED', 'CREATED', 'ERROR_THROWN', 'FAILED', 'MIGRATED', 'RETRIES_UPDATED', 'TIMED_OUT'] as const;
export const jobKinds = ['BPMN_ELEMENT', 'EXECUTION_LISTENER', 'TASK_LISTENER', 'AD_HOC_SUB_PROCESS'] as const;
export const jobListenerEventTypes = ['ASSIGNING', 'CANCELING', 'COMPLETING', 'CREATING', 'END', 'START', 'UNSPECIFIED', 'UPDATING'] as const;

const jobType = z.string().min(1).max(1000);

export const jobActivation = z.strictObject({
  type: jobType,
  worker: z.string().max(1000).default('default'),
  timeout: longInteger(1).meta({ description: 'Milliseconds for which the jobs are given to this worker alone.' }),
  maxJobsToActivate: z.int().min(1).max(10_000),
  fetchVariable: z.array(z.string()).default([]).meta({ description: 'Names of the variables to give; all of them where empty.' }),
  requestTimeout: longInteger(-86_400_000).default(0).meta({ description: 'Milliseconds to wait for a job; 0 waits 10 s, a negative number not at all.' }),
  tenantIds: z.array(tenantId).default([]),
  tenantFilter: z.enum(['PROVIDED', 'ASSIGNED']).default('PROVIDED'),
});
export type JobActivation = z.output<typeof jobActivation>;

/** Camunda's properties of the user task for which a listener job was made; null for all other jobs. */
const userTaskProperties = z.object({
  action: z.string(),
  assignee: z.string().nullable(),
  candidateGroups: z.array(z.string()),
  candidateUsers: z.array(z.string()),
  changedAttributes: z.array(z.string()),
  dueDate: z.string().nullable(),
  followUpDate: z.string().nullable(),
  formKey: key.nullable(),
  priority: priority.nullable(),
  userTaskKey: key.nullable(),
});

export const activatedJob = z
  .object({
    jobKey: key,
    type: jobType,
    processDefinitionId,
    processDefinitionVersion: z.int(),
    processDefinitionKey: key,
    processInstanceKey: key,
    rootProcessInstanceKey: key.nullable(),
    elementId,
    elementInstanceKey: key,
    customHeaders: z.record(z.string(), z.json()),
    worker: z.string(),
    retries: z.int(),
    deadline: z.int().meta({ description: 'Epoch milliseconds.' }),
    variables,
    tenantId,
    kind: z.enum(jobKinds),
    listenerEventType: z.enum(jobListenerEventTypes),
    userTask: userTaskProperties.nullable(),
    tags,
  })
  .meta({ id: 'ActivatedJob' });

export type ActivatedJob = z.output<typeof activatedJob>;

export const job = z
  .object({
    jobKey: key,
    type: jobType,
    worker: z.string(),
    state: z.enum(jobStates),
    kind: z.enum(jobKinds),
    listenerEventType: z.enum(jobListenerEventTypes),
    retries: z.int(),
    isDenied: z.boolean().nullable(),
    deniedReason: z.string().nullable(),
    hasFailedWithRetriesLeft: z.boolean(),
    errorCode: z.string().nullable(),
    errorMessage: z.string().nullable(),
    customHeaders: z.record(z.string(), z.string()),
    deadline: dateTime.nullable(),
    creationTime: dateTime.nullable(),
    lastUpdateTime: dateTime.nullable(),
    endTime: dateTime.nullable(),
    processDefinitionId,
    processDefinitionKey: key,
    processInstanceKey: key,
    rootProcessInstanceKey: key.nullable(),
    elementId: elementId.nullable(),
    elementInstanceKey: key,
    tenantId,
  })
  .meta({ id: 'Job' });

export type Job = z.output<typeof job>;

export const jobFilter = z.strictObject({
  deadline: dateTimeFilter.optional(),
  elementId: stringFilter.optional(),
  elementInstanceKey: keyFilter.optional(),
  endTime: dateTimeFilter.optional(),
  errorCode: stringFilter.optional(),
  errorMessage: stringFilter.optional(),
  hasFailedWithRetriesLeft: z.boolean().optional(),
  jobKey: keyFilter.optional(),
  kind: enumFilter(jobKinds).optional(),
  processDefinitionId: stringFilter.optional(),
  processDefinitionKey: keyFilter.optional(),
  processInstanceKey: keyFilter.optional(),
  retries: integerFilter.optional(),
  state: enumFilter(jobStates).optional(),
  tenantId: stringFilter.optional(),
  type: stringFilter.optional(),
  worker: stringFilter.optional(),
  creationTime: dateTimeFilter.optional(),
  lastUpdateTime: dateTimeFilter.optional(),
});

export const jobSearchRequest = searchRequest(jobFilter, [
  'deadline', 'elementId', 'elementInstanceKey', 'endTime', 'errorCode', 'errorMessage', 'hasFailedWithRetriesLeft', 'jobKey', 'kind', 'processDefinitionId', 'processDefinitionKey',
  'processInstanceKey', 'retries', 'state', 'tenantId', 'type', 'worker',
]);
export type JobSearch = z.output<typeof jobSearchRequest>;

const params = z.strictObject({ jobKey: key });
const at = '/v2/jobs/{jobKey}';
const tag = 'Job';
const errorMessage = z.string().max(100_000);

export const jobOperations = {
  activateJobs: operation({
    id: 'activateJobs', method: 'POST', path: '/v2/jobs/activation', tag, summary: 'Take jobs to work on, waiting for some where there are none',
    body: jobActivation, reply: { status: 200, body: z.object({ jobs: z.array(activatedJob) }) }, problems: [],
  }),
  searchJobs: operation({ id: 'searchJobs', method: 'POST', path: '/v2/jobs/search', tag, summary: 'Search jobs', body: jobSearchRequest, reply: { status: 200, body: searchReply(job) }, problems: [] }),
  completeJob: operation({
    id: 'completeJob', method: 'POST', path: `${at}/completion`, tag, summary: 'Complete a job', params,
    body: z.strictObject({ variables: variables.default({}), result: z.looseObject({ type: z.string().optional() }).optional() }),
    reply: { status: 204, body: null }, problems: [404, 409, 501], idempotent: true,
  }),
  failJob: operation({
    id: 'failJob', method: 'POST', path: `${at}/failure`, tag, summary: 'Report that a job failed; without retries left an incident stands', params,
    body: z.strictObject({ retries: z.int().min(0).max(2_147_483_647).default(0), errorMessage: errorMessage.default(''), retryBackOff: longInteger(0).default(0), variables: variables.default({}) }),
    reply: { status: 204, body: null }, problems: [404, 409], idempotent: true,
  }),
  throwJobError: operation({
    id: 'throwJobError', method: 'POST', path: `${at}/error`, tag, summary: 'Throw a BPMN error from a job', params,
    body: z.strictObject({ errorCode: z.string().min(1).max(1000), errorMessage: errorMessage.default(''), variables: variables.default({}) }),
    reply: { status: 204, body: null }, problems: [404, 409], idempotent: true,
  }),
  updateJob: operation({
    id: 'updateJob', method: 'PATCH', path: at, tag, summary: 'Give a job new retries, or more time', params,
    body: z.strictObject({
      changeset: z.strictObject({ retries: z.int().min(1).max(2_147_483_647).optional(), timeout: longInteger(0).optional() }),
      operationReference: operationReference.optional(),
    }),
    reply: { status: 204, body: null }, problems: [404, 409], idempotent: true,
  }),
};
