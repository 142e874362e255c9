import type { AuditLog, AuditLogSearch, Page, Visibility } from '../../contract/index.ts';
import type { Tx } from '../open-store.ts';
import { ownColumn, type Noun } from '../search/noun.ts';
import { findRow, searchRows } from '../search/search-rows.ts';

type AuditLogRow = Omit<AuditLog, 'hash' | 'batchOperationKey' | 'batchOperationType' | 'agentElementId'> & { hash: Buffer };

const auditLogs: Noun<AuditLog, AuditLogSearch['filter']> = {
  table: 'audit_log',
  key: 'auditLogKey',
  columns: {
    auditLogKey: 'audit_log_key', entityKey: 'entity_key', entityType: 'entity_type', operationType: 'operation_type', timestamp: 'at', actorId: 'actor_id', actorType: 'actor_type',
    tenantId: 'tenant_id', result: 'result', category: 'category', processDefinitionId: 'process_definition_id', processDefinitionKey: 'process_definition_key',
    processInstanceKey: 'process_instance_key', rootProcessInstanceKey: 'root_process_instance_key', elementInstanceKey: 'element_instance_key', jobKey: 'job_key',
    userTaskKey: 'user_task_key', decisionRequirementsId: 'decision_requirements_id', decisionRequirementsKey: 'decision_requirements_key',
    decisionDefinitionId: 'decision_definition_id', decisionDefinitionKey: 'decision_definition_key', decisionEvaluationKey: 'decision_evaluation_key',
    deploymentKey: 'deployment_key', formKey: 'form_key', resourceKey: 'resource_key', relatedEntityKey: 'related_entity_key', relatedEntityType: 'related_entity_type',
    entityDescription: 'entity_description', actorName: 'actor_name', zone: 'zone', oldValue: 'old_value', newValue: 'new_value', reason: 'reason', stream: 'stream',
    position: 'position', hash: 'hash',
  },
  nullable: [
    'processDefinitionId', 'processDefinitionKey', 'processInstanceKey', 'elementInstanceKey', 'jobKey', 'userTaskKey', 'decisionRequirementsId', 'decisionRequirementsKey',
    'decisionDefinitionId', 'decisionDefinitionKey', 'decisionEvaluationKey',
  ],
  item: (row: AuditLogRow) => ({ ...row, hash: row.hash.toString('hex'), batchOperationKey: null, batchOperationType: null, agentElementId: null }),
  attributes: { processId: ownColumn('process_definition_id') },
  instanceColumn: 'process_instance_key',
};

export function searchAuditLogs(tx: Tx, search: AuditLogSearch, visible?: Visibility): Promise<Page<AuditLog>> {
  return searchRows(tx, auditLogs, search, visible);
}

export function findAuditLog(tx: Tx, auditLogKey: string, visible?: Visibility): Promise<AuditLog | undefined> {
  return findRow(tx, auditLogs, auditLogKey, visible);
}
