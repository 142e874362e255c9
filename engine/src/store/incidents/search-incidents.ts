import { sql } from 'kysely';
import type { Incident, IncidentSearch, Page, Visibility } from '../../contract/index.ts';
import type { Tx } from '../open-store.ts';
import { ownColumn, type Condition, type Noun } from '../search/noun.ts';
import { findRow, searchRows } from '../search/search-rows.ts';

const incidents: Noun<Incident, IncidentSearch['filter']> = {
  table: 'incidents',
  key: 'incidentKey',
  columns: {
    incidentKey: 'incident_key', processDefinitionId: 'process_definition_id', processDefinitionKey: 'process_definition_key', processInstanceKey: 'process_instance_key',
    rootProcessInstanceKey: 'root_process_instance_key', errorType: 'error_type', errorMessage: 'error_message', elementId: 'element_id',
    elementInstanceKey: 'element_instance_key', creationTime: 'creation_time', state: 'state', tenantId: 'tenant_id', jobKey: 'job_key',
  },
  nullable: ['jobKey'],
  item: (row: Incident) => row,
  attributes: { processId: ownColumn('process_definition_id'), elementId: ownColumn('element_id') },
  instanceColumn: 'process_instance_key',
};

/** Incidents of the tenant, or of one process instance with all that it called, or of one element instance with what it called. */
export function searchIncidents(
  tx: Tx, search: IncidentSearch, visible?: Visibility, of?: { readonly processInstanceKey: string } | { readonly elementInstanceKey: string },
): Promise<Page<Incident>> {
  return searchRows(tx, incidents, search, visible, of ? [belongsTo(of)] : []);
}

function belongsTo(of: { readonly processInstanceKey: string } | { readonly elementInstanceKey: string }): Condition {
  const called = (start: Condition) => sql`with recursive called(key) as (${start} union all
    select i.process_instance_key from process_instances i join called on i.parent_process_instance_key = called.key) select key from called`;
  if ('processInstanceKey' in of) return sql`t.process_instance_key in (${called(sql`select ${of.processInstanceKey}::bigint`)})`;
  const start = sql`select i.process_instance_key from process_instances i join element_instances e on e.process_instance_key = i.parent_process_instance_key
    where e.element_instance_key = ${of.elementInstanceKey} and i.parent_element_instance_key = e.element_instance_key`;
  return sql`(t.element_instance_key = ${of.elementInstanceKey} or t.process_instance_key in (${called(start)}))`;
}

export function findIncident(tx: Tx, incidentKey: string, visible?: Visibility): Promise<Incident | undefined> {
  return findRow(tx, incidents, incidentKey, visible);
}
