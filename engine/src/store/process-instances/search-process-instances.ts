import { sql } from 'kysely';
import type { Page, ProcessInstance, ProcessInstanceSearch, Visibility } from '../../contract/index.ts';
import type { Tx } from '../open-store.ts';
import { compileFilter, compileOperators, variableConditions } from '../search/compile-filter.ts';
import { allOf, anyOf, column, ownColumn, type Condition, type Noun } from '../search/noun.ts';
import { findRow, searchRows } from '../search/search-rows.ts';

type Filter = ProcessInstanceSearch['filter'];

const processInstances: Noun<ProcessInstance, Filter> = {
  table: 'process_instances',
  key: 'processInstanceKey',
  columns: {
    processInstanceKey: 'process_instance_key', processDefinitionId: 'process_definition_id', processDefinitionName: 'process_definition_name',
    processDefinitionVersion: 'process_definition_version', processDefinitionVersionTag: 'process_definition_version_tag', processDefinitionKey: 'process_definition_key',
    startDate: 'start_date', endDate: 'end_date', state: 'state', hasIncident: 'has_incident', tenantId: 'tenant_id', parentProcessInstanceKey: 'parent_process_instance_key',
    parentElementInstanceKey: 'parent_element_instance_key', rootProcessInstanceKey: 'root_process_instance_key', tags: 'tags', businessId: 'business_id', startedBy: 'started_by',
  },
  nullable: ['processDefinitionName', 'processDefinitionVersionTag', 'endDate', 'parentProcessInstanceKey', 'parentElementInstanceKey', 'businessId'],
  item: (row: ProcessInstance) => row,
  filters: {
    $or: (groups) => (groups.length === 0 ? null : anyOf(groups.map((group) => allOf(compileFilter(processInstances, group))))),
    variables: (filters) => variableConditions(filters, column('process_instance_key'), column('process_instance_key')),
    tags: (tags) => (tags.length === 0 ? null : sql`t.tags @> ${[...tags]}`),
    errorMessage: (filter) => sql`exists (select from incidents n where n.process_instance_key = t.process_instance_key and n.state = 'ACTIVE' and ${allOf(compileOperators(sql.ref('n.error_message'), filter))})`,
    elementId: (filter) => elementExists(allOf(compileOperators(sql.ref('e.element_id'), filter))),
    elementInstanceState: (filter) => elementExists(allOf(compileOperators(sql.ref('e.state'), filter))),
    hasElementInstanceIncident: (has) => elementExists(sql`e.has_incident = ${has}`),
  },
  attributes: { processId: ownColumn('process_definition_id'), startedBy: ownColumn('started_by') },
  instanceColumn: 'process_instance_key',
};

function elementExists(condition: Condition): Condition {
  return sql`exists (select from element_instances e where e.process_instance_key = t.process_instance_key and ${condition})`;
}

export function searchProcessInstances(tx: Tx, search: ProcessInstanceSearch, visible?: Visibility): Promise<Page<ProcessInstance>> {
  return searchRows(tx, processInstances, search, visible);
}

export function findProcessInstance(tx: Tx, processInstanceKey: string, visible?: Visibility): Promise<ProcessInstance | undefined> {
  return findRow(tx, processInstances, processInstanceKey, visible);
}
