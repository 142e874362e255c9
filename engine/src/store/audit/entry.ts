/** Words of Camunda's audit log. */
export type AuditCategory = 'ADMIN' | 'DEPLOYED_RESOURCES' | 'USER_TASKS';
export type AuditEntityType =
  | 'AUTHORIZATION' | 'BATCH' | 'CLIENT' | 'DECISION' | 'GROUP' | 'INCIDENT' | 'JOB' | 'MAPPING_RULE' | 'PROCESS_INSTANCE' | 'RESOURCE'
  | 'ROLE' | 'TENANT' | 'USER' | 'USER_TASK' | 'VARIABLE';
export type AuditOperation =
  | 'ASSIGN' | 'CANCEL' | 'COMPLETE' | 'CREATE' | 'DELETE' | 'EVALUATE' | 'MIGRATE' | 'MODIFY' | 'RESOLVE' | 'RESUME' | 'SUSPEND' | 'UNASSIGN' | 'UPDATE';

/** One line of the audit log, in the columns' names. Absent members are null; old and new value and details are JSON texts. */
export interface AuditEntry {
  readonly category: AuditCategory;
  readonly entity_type: AuditEntityType;
  readonly entity_key: string;
  readonly operation_type: AuditOperation;
  readonly result?: 'SUCCESS' | 'FAIL';
  /** What is meant, for people: a variable's name, a task's name, a resource. */
  readonly entity_description?: string | null;
  readonly old_value?: string;
  readonly new_value?: string;
  readonly details?: string;
  readonly reason?: string;
  readonly process_instance_key?: string;
  readonly root_process_instance_key?: string;
  readonly process_definition_key?: string;
  readonly process_definition_id?: string;
  readonly element_instance_key?: string;
  readonly element_id?: string;
  readonly user_task_key?: string;
  readonly job_key?: string;
  readonly decision_definition_key?: string;
  readonly decision_definition_id?: string;
  readonly decision_requirements_key?: string;
  readonly decision_requirements_id?: string;
  readonly decision_evaluation_key?: string;
  readonly deployment_key?: string;
  readonly form_key?: string;
  readonly resource_key?: string;
  readonly related_entity_type?: AuditEntityType;
  readonly related_entity_key?: string;
}
