import { sql } from 'kysely';
import type { DecisionDefinition, DecisionDefinitionSearch, Page, Visibility } from '../../contract/index.ts';
import type { Tx } from '../open-store.ts';
import { ownColumn, type Noun } from '../search/noun.ts';
import { findRow, searchRows } from '../search/search-rows.ts';

const decisionDefinitions: Noun<DecisionDefinition, DecisionDefinitionSearch['filter']> = {
  table: 'decision_definitions',
  key: 'decisionDefinitionKey',
  columns: {
    decisionDefinitionKey: 'decision_definition_key', decisionDefinitionId: 'decision_definition_id', name: 'name', version: 'version',
    decisionRequirementsId: 'decision_requirements_id', decisionRequirementsKey: 'decision_requirements_key',
    decisionRequirementsName: 'decision_requirements_name', decisionRequirementsVersion: 'decision_requirements_version', tenantId: 'tenant_id',
  },
  item: (row: DecisionDefinition) => row,
  filters: { isLatestVersion: (latest) => (latest ? sql`t.is_latest` : null) },
  attributes: { decisionId: ownColumn('decision_definition_id') },
};

export function searchDecisionDefinitions(tx: Tx, search: DecisionDefinitionSearch, visible?: Visibility): Promise<Page<DecisionDefinition>> {
  return searchRows(tx, decisionDefinitions, search, visible);
}

export function findDecisionDefinition(tx: Tx, decisionDefinitionKey: string, visible?: Visibility): Promise<DecisionDefinition | undefined> {
  return findRow(tx, decisionDefinitions, decisionDefinitionKey, visible);
}
