import { sql } from 'kysely';
import type { UserTask, UserTaskSearch } from '../../contract/index.ts';
import { compileOperators, variableConditions } from '../search/compile-filter.ts';
import { allOf, column, ownColumn, type AttributeCondition, type Condition, type Noun } from '../search/noun.ts';

export type UserTaskRow = Omit<UserTask, 'customHeaders'> & { customHeaders: string };

export const userTasks: Noun<UserTask, UserTaskSearch['filter']> = {
  table: 'user_tasks',
  key: 'userTaskKey',
  columns: {
    userTaskKey: 'user_task_key', name: 'name', state: 'state', assignee: 'assignee', elementId: 'element_id', elementInstanceKey: 'element_instance_key',
    candidateGroups: 'candidate_groups', candidateUsers: 'candidate_users', processDefinitionId: 'process_definition_id', processDefinitionKey: 'process_definition_key',
    processDefinitionVersion: 'process_definition_version', processName: 'process_name', processInstanceKey: 'process_instance_key',
    rootProcessInstanceKey: 'root_process_instance_key', creationDate: 'creation_date', completionDate: 'completion_date', followUpDate: 'follow_up_date', dueDate: 'due_date',
    tenantId: 'tenant_id', formKey: 'form_key', externalFormReference: 'external_form_reference', customHeaders: 'custom_headers', priority: 'priority', tags: 'tags',
  },
  nullable: ['name', 'assignee', 'completionDate', 'followUpDate', 'dueDate', 'formKey'],
  item: (row: UserTaskRow) => ({ ...row, customHeaders: JSON.parse(row.customHeaders) as Record<string, string> }),
  filters: {
    candidateGroup: (filter) => candidateExists('group', compileOperators(sql.ref('c.candidate'), filter)),
    candidateUser: (filter) => candidateExists('user', compileOperators(sql.ref('c.candidate'), filter)),
    processInstanceVariables: (filters) => variableConditions(filters, column('process_instance_key'), column('process_instance_key')),
    localVariables: (filters) => variableConditions(filters, column('process_instance_key'), column('element_instance_key')),
    tags: (tags) => (tags.length === 0 ? null : sql`t.tags @> ${[...tags]}`),
  },
  attributes: {
    processId: ownColumn('process_definition_id'), elementId: ownColumn('element_id'), assignee: ownColumn('assignee'), startedBy: ownColumn('started_by'),
    candidateGroups: candidateAmong('group'), candidateUsers: candidateAmong('user'),
  },
  instanceColumn: 'process_instance_key',
};

function candidateExists(type: 'group' | 'user', conditions: readonly Condition[]): Condition {
  return sql`exists (select from user_task_candidates c where c.user_task_key = t.user_task_key and c.candidate_type = ${type} and ${allOf(conditions)})`;
}

function candidateAmong(type: 'group' | 'user'): AttributeCondition {
  return (values, orNone) => {
    const present = candidateExists(type, [sql`c.candidate = any(${[...values]})`]);
    return orNone ? sql`(${present} or not ${candidateExists(type, [])})` : present;
  };
}
