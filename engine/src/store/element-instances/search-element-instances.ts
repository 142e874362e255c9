import { sql } from 'kysely';
import type { ElementInstance, ElementInstanceSearch, Page, Visibility } from '../../contract/index.ts';
import type { Tx } from '../open-store.ts';
import { instanceColumn, ownColumn, type Noun } from '../search/noun.ts';
import { fieldsOf, findRow, searchRows } from '../search/search-rows.ts';

const elementInstances: Noun<ElementInstance, ElementInstanceSearch['filter']> = {
  table: 'element_instances',
  key: 'elementInstanceKey',
  columns: {
    elementInstanceKey: 'element_instance_key', processDefinitionId: 'process_definition_id', processDefinitionKey: 'process_definition_key',
    processInstanceKey: 'process_instance_key', rootProcessInstanceKey: 'root_process_instance_key', startDate: 'start_date', endDate: 'end_date', elementId: 'element_id',
    elementName: 'element_name', type: 'type', state: 'state', hasIncident: 'has_incident', incidentKey: 'incident_key', tenantId: 'tenant_id',
  },
  nullable: ['endDate', 'incidentKey'],
  item: (row: ElementInstance) => row,
  filters: { elementInstanceScopeKey: (key) => sql`t.scope_key = ${key}` },
  attributes: { processId: ownColumn('process_definition_id'), elementId: ownColumn('element_id'), startedBy: instanceColumn('started_by') },
  instanceColumn: 'process_instance_key',
};

export function searchElementInstances(tx: Tx, search: ElementInstanceSearch, visible?: Visibility): Promise<Page<ElementInstance>> {
  return searchRows(tx, elementInstances, search, visible);
}

export function findElementInstance(tx: Tx, elementInstanceKey: string, visible?: Visibility): Promise<ElementInstance | undefined> {
  return findRow(tx, elementInstances, elementInstanceKey, visible);
}

/** All element instances of a process instance, oldest first. */
export async function elementsOfInstance(tx: Tx, processInstanceKey: string): Promise<ElementInstance[]> {
  const { rows } = await sql<ElementInstance>`
    select ${fieldsOf(elementInstances)}
    from element_instances t where t.process_instance_key = ${processInstanceKey} order by t.element_instance_key`.execute(tx);
  return rows;
}

/** How many element instances of a process instance are in which state, by element. */
export async function countElements(tx: Tx, processInstanceKey: string): Promise<{ elementId: string; active: number; completed: number; canceled: number; incidents: number }[]> {
  const { rows } = await sql<{ elementId: string; active: number; completed: number; canceled: number; incidents: number }>`
    select element_id as "elementId", count(*) filter (where state = 'ACTIVE' and not has_incident)::integer as active, count(*) filter (where state = 'COMPLETED')::integer as completed,
      count(*) filter (where state = 'TERMINATED')::integer as canceled, count(*) filter (where state = 'ACTIVE' and has_incident)::integer as incidents
    from element_instances where process_instance_key = ${processInstanceKey} and type <> 'PROCESS' group by element_id order by element_id`.execute(tx);
  return rows;
}
