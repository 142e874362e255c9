import { z } from 'zod';
import { dateTimeFilter, enumFilter, keyFilter, stringFilter } from './filters.ts';
import { dateTime, decisionDefinitionId, key, processDefinitionId, tenantId } from './keys.ts';
import { operation } from './operation.ts';
import { searchReply, searchRequest } from './search.ts';

export const auditEntityTypes = ['AUTHORIZATION', 'BATCH', 'CLIENT', 'DECISION', 'GROUP', 'INCIDENT', 'JOB', 'MAPPING_RULE', 'PROCESS_INSTANCE', 'RESOURCE', 'ROLE', 'TENANT', 'USER', 'USER_TASK', 'VARIABLE'] as const;
export const auditOperationTypes = ['ASSIGN', 'CANCEL', 'COMPLETE', 'CREATE', 'DELETE', 'EVALUATE', 'MIGRATE', 'MODIFY', 'RESOLVE', 'RESUME', 'SUSPEND', 'UNASSIGN', 'UNKNOWN', 'UPDATE'] as const;
export const auditActorTypes = ['ANONYMOUS', 'CLIENT', 'UNKNOWN', 'USER'] as const;
export const auditCategories = ['ADMIN', 'DEPLOYED_RESOURCES', 'USER_TASKS'] as const;
export const auditResults = ['FAIL', 'SUCCESS'] as const;

/**
 * A line of the audit trail. Camunda's fields, and ours after them: who it was by name, the zone in which the time was said,
 * what was there before and after (JSON text), why, and the line's place and hash in its chain.
 */
export const auditLog = z
  .object({
    auditLogKey: key,
    entityKey: z.string(),
    entityType: z.enum(auditEntityTypes),
    operationType: z.enum(auditOperationTypes),
    batchOperationKey: z.string().nullable(),
    batchOperationType: z.string().nullable(),
    timestamp: dateTime,
    actorId: z.string().nullable(),
    actorType: z.enum(auditActorTypes).nullable(),
    agentElementId: z.string().nullable(),
    tenantId: tenantId.nullable(),
    result: z.enum(auditResults),
    category: z.enum(auditCategories),
    processDefinitionId: processDefinitionId.nullable(),
    processDefinitionKey: key.nullable(),
    processInstanceKey: key.nullable(),
    rootProcessInstanceKey: key.nullable(),
    elementInstanceKey: key.nullable(),
    jobKey: key.nullable(),
    userTaskKey: key.nullable(),
    decisionRequirementsId: z.string().nullable(),
    decisionRequirementsKey: key.nullable(),
    decisionDefinitionId: decisionDefinitionId.nullable(),
    decisionDefinitionKey: key.nullable(),
    decisionEvaluationKey: key.nullable(),
    deploymentKey: key.nullable(),
    formKey: key.nullable(),
    resourceKey: key.nullable(),
    relatedEntityKey: z.string().nullable(),
    relatedEntityType: z.enum(auditEntityTypes).nullable(),
    entityDescription: z.string().nullable(),
    actorName: z.string().nullable(),
    zone: z.string(),
    oldValue: z.string().nullable(),
    newValue: z.string().nullable(),
    reason: z.string().nullable(),
    stream: z.string(),
    position: z.string(),
    hash: z.string(),
  })
  .meta({ id: 'AuditLog' });

export type AuditLog = z.output<typeof auditLog>;

export const auditLogFilter = z.strictObject({
  auditLogKey: keyFilter.optional(),
  processDefinitionKey: keyFilter.optional(),
  processInstanceKey: keyFilter.optional(),
  elementInstanceKey: keyFilter.optional(),
  operationType: enumFilter(auditOperationTypes).optional(),
  result: enumFilter(auditResults).optional(),
  timestamp: dateTimeFilter.optional(),
  actorId: stringFilter.optional(),
  actorType: enumFilter(auditActorTypes).optional(),
  entityKey: stringFilter.optional(),
  entityType: enumFilter(auditEntityTypes).optional(),
  tenantId: stringFilter.optional(),
  category: enumFilter(auditCategories).optional(),
  deploymentKey: keyFilter.optional(),
  formKey: keyFilter.optional(),
  resourceKey: keyFilter.optional(),
  processDefinitionId: stringFilter.optional(),
  jobKey: keyFilter.optional(),
  userTaskKey: keyFilter.optional(),
  decisionRequirementsId: stringFilter.optional(),
  decisionRequirementsKey: keyFilter.optional(),
  decisionDefinitionId: stringFilter.optional(),
  decisionDefinitionKey: keyFilter.optional(),
  decisionEvaluationKey: keyFilter.optional(),
  relatedEntityKey: stringFilter.optional(),
  relatedEntityType: enumFilter(auditEntityTypes).optional(),
  entityDescription: stringFilter.optional(),
});

const sortFields = [
  'actorId', 'actorType', 'auditLogKey', 'category', 'decisionDefinitionId', 'decisionDefinitionKey', 'decisionEvaluationKey', 'decisionRequirementsId', 'decisionRequirementsKey',
  'elementInstanceKey', 'entityKey', 'entityType', 'jobKey', 'operationType', 'processDefinitionId', 'processDefinitionKey', 'processInstanceKey', 'result', 'tenantId', 'timestamp', 'userTaskKey',
] as const;

export const auditLogSearchRequest = searchRequest(auditLogFilter, sortFields);
export type AuditLogSearch = z.output<typeof auditLogSearchRequest>;

export const userTaskAuditLogSearchRequest = searchRequest(
  auditLogFilter.pick({ operationType: true, result: true, timestamp: true, actorType: true, actorId: true }),
  sortFields,
);

export const auditLogSearchReply = searchReply(auditLog);

export const auditLogOperations = {
  searchAuditLogs: operation({
    id: 'searchAuditLogs', method: 'POST', path: '/v2/audit-logs/search', tag: 'Audit log', summary: 'Search the audit trail',
    body: auditLogSearchRequest, reply: { status: 200, body: auditLogSearchReply }, problems: [],
  }),
  getAuditLog: operation({
    id: 'getAuditLog', method: 'GET', path: '/v2/audit-logs/{auditLogKey}', tag: 'Audit log', summary: 'Get a line of the audit trail',
    params: z.strictObject({ auditLogKey: key }), reply: { status: 200, body: auditLog }, problems: [404],
  }),
};
