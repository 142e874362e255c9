import { z } from 'zod';
import { dateTimeFilter, enumFilter, integerFilter, stringFilter, variableValueFilter } from './filters.ts';
import { form } from './forms.ts';
import { dateTime, elementId, filterKey, key, priority, processDefinitionId, tags, tenantId, variables } from './keys.ts';
import { operation } from './operation.ts';
import { searchReply, searchRequest } from './search.ts';
import { variableSearchFilterOfTask, variableSearchReply, variableSortFields, truncation } from './variables.ts';
import { auditLogSearchReply, userTaskAuditLogSearchRequest } from './audit-logs.ts';

export const userTaskStates = ['CREATING', 'CREATED', 'ASSIGNING', 'UPDATING', 'COMPLETING', 'COMPLETED', 'CANCELING', 'CANCELED', 'FAILED'] as const;

export const userTask = z
  .object({
    userTaskKey: key,
    name: z.string().nullable(),
    state: z.enum(userTaskStates),
    assignee: z.string().nullable(),
    elementId,
    elementInstanceKey: key,
    candidateGroups: z.array(z.string()),
    candidateUsers: z.array(z.string()),
    processDefinitionId,
    processDefinitionKey: key,
    processDefinitionVersion: z.int(),
    processName: z.string().nullable(),
    processInstanceKey: key,
    rootProcessInstanceKey: key.nullable(),
    creationDate: dateTime,
    completionDate: dateTime.nullable(),
    followUpDate: dateTime.nullable(),
    dueDate: dateTime.nullable(),
    tenantId,
    formKey: key.nullable(),
    externalFormReference: z.string().nullable(),
    customHeaders: z.record(z.string(), z.string()),
    priority,
    tags,
  })
  .meta({ id: 'UserTask' });

export type UserTask = z.output<typeof userTask>;

export const userTaskFilter = z.strictObject({
  state: enumFilter(userTaskStates).optional(),
  assignee: stringFilter.optional(),
  priority: integerFilter.optional(),
  elementId: elementId.optional(),
  name: stringFilter.optional(),
  candidateGroup: stringFilter.optional(),
  candidateUser: stringFilter.optional(),
  tenantId: stringFilter.optional(),
  processDefinitionId: processDefinitionId.optional(),
  creationDate: dateTimeFilter.optional(),
  completionDate: dateTimeFilter.optional(),
  followUpDate: dateTimeFilter.optional(),
  dueDate: dateTimeFilter.optional(),
  processInstanceVariables: z.array(variableValueFilter).optional(),
  localVariables: z.array(variableValueFilter).optional(),
  userTaskKey: filterKey.optional(),
  processDefinitionKey: filterKey.optional(),
  processInstanceKey: filterKey.optional(),
  elementInstanceKey: filterKey.optional(),
  tags: tags.optional(),
});

export const userTaskSearchRequest = searchRequest(userTaskFilter, ['creationDate', 'completionDate', 'followUpDate', 'dueDate', 'priority', 'name']);
export type UserTaskSearch = z.output<typeof userTaskSearchRequest>;

/** An instant, or the empty text to take it away. */
const clearable = z.union([dateTime, z.literal('')]);

export const userTaskChanges = z.strictObject({
  dueDate: clearable.optional(),
  followUpDate: clearable.optional(),
  candidateUsers: z.array(z.string().min(1)).max(100).optional(),
  candidateGroups: z.array(z.string().min(1)).max(100).optional(),
  priority: priority.optional(),
});
export type UserTaskChanges = z.output<typeof userTaskChanges>;

const action = z.string().min(1).max(100).optional();
const params = z.strictObject({ userTaskKey: key });
const at = '/v2/user-tasks/{userTaskKey}';
const tag = 'User task';

export const userTaskOperations = {
  searchUserTasks: operation({
    id: 'searchUserTasks', method: 'POST', path: '/v2/user-tasks/search', tag, summary: 'Search user tasks',
    body: userTaskSearchRequest, reply: { status: 200, body: searchReply(userTask) }, problems: [],
  }),
  getUserTask: operation({
    id: 'getUserTask', method: 'GET', path: at, tag, summary: 'Get a user task', params, reply: { status: 200, body: userTask }, problems: [404],
  }),
  updateUserTask: operation({
    id: 'updateUserTask', method: 'PATCH', path: at, tag, summary: 'Change due date, follow-up date, candidates or priority',
    params, body: z.strictObject({ changeset: userTaskChanges.default({}), action }), reply: { status: 204, body: null }, problems: [404, 409], idempotent: true,
  }),
  assignUserTask: operation({
    id: 'assignUserTask', method: 'POST', path: `${at}/assignment`, tag, summary: 'Assign a user task, or claim it for oneself',
    params, body: z.strictObject({ assignee: z.string().min(1).optional(), allowOverride: z.boolean().default(true), action }),
    reply: { status: 204, body: null }, problems: [404, 409], idempotent: true,
  }),
  unassignUserTask: operation({
    id: 'unassignUserTask', method: 'DELETE', path: `${at}/assignee`, tag, summary: 'Take away the assignee', params,
    reply: { status: 204, body: null }, problems: [404, 409], idempotent: true,
  }),
  completeUserTask: operation({
    id: 'completeUserTask', method: 'POST', path: `${at}/completion`, tag, summary: 'Complete a user task',
    description: 'The values are checked against the version of the form that was frozen when the task opened; each fault is named with the path of its field.',
    params, body: z.strictObject({ variables: variables.default({}), action }), reply: { status: 204, body: null }, problems: [404, 409], idempotent: true,
  }),
  getUserTaskForm: operation({
    id: 'getUserTaskForm', method: 'GET', path: `${at}/form`, tag, summary: 'Get the form of a user task', params,
    reply: { status: 200, body: form }, alsoEmpty: true, problems: [404],
  }),
  searchUserTaskVariables: operation({
    id: 'searchUserTaskVariables', method: 'POST', path: `${at}/variables/search`, tag, summary: 'Search the variables that a user task sees, in every scope',
    params, query: truncation, body: searchRequest(variableSearchFilterOfTask, variableSortFields), reply: { status: 200, body: variableSearchReply }, problems: [404],
  }),
  searchUserTaskEffectiveVariables: operation({
    id: 'searchUserTaskEffectiveVariables', method: 'POST', path: `${at}/effective-variables/search`, tag,
    summary: 'Search the variables that a user task sees, the innermost of each name',
    params, query: truncation, body: searchRequest(variableSearchFilterOfTask, variableSortFields), reply: { status: 200, body: variableSearchReply }, problems: [404],
  }),
  searchUserTaskAuditLogs: operation({
    id: 'searchUserTaskAuditLogs', method: 'POST', path: `${at}/audit-logs/search`, tag, summary: 'Search the audit trail of a user task',
    params, body: userTaskAuditLogSearchRequest, reply: { status: 200, body: auditLogSearchReply }, problems: [404],
  }),
};
