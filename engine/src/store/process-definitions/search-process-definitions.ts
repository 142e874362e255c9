import { sql } from 'kysely';
import type { Page, ProcessDefinition, ProcessDefinitionSearch, Visibility } from '../../contract/index.ts';
import type { Tx } from '../open-store.ts';
import { ownColumn, type Noun } from '../search/noun.ts';
import { findRow, searchRows } from '../search/search-rows.ts';

const processDefinitions: Noun<ProcessDefinition, ProcessDefinitionSearch['filter']> = {
  table: 'process_definitions',
  key: 'processDefinitionKey',
  columns: {
    processDefinitionKey: 'process_definition_key', processDefinitionId: 'process_definition_id', name: 'name', resourceName: 'resource_name', version: 'version',
    versionTag: 'version_tag', tenantId: 'tenant_id', hasStartForm: 'has_start_form', state: 'state',
  },
  nullable: ['name', 'versionTag'],
  item: (row: ProcessDefinition) => row,
  filters: { isLatestVersion: (latest) => (latest ? sql`t.is_latest` : null) },
  attributes: { processId: ownColumn('process_definition_id') },
};

export function searchProcessDefinitions(tx: Tx, search: ProcessDefinitionSearch, visible?: Visibility): Promise<Page<ProcessDefinition>> {
  return searchRows(tx, processDefinitions, search, visible);
}

export function findProcessDefinition(tx: Tx, processDefinitionKey: string, visible?: Visibility): Promise<ProcessDefinition | undefined> {
  return findRow(tx, processDefinitions, processDefinitionKey, visible);
}
