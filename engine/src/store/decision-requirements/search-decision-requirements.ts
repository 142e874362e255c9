import { sql } from 'kysely';
import type { DecisionRequirements, DecisionRequirementsSearch, Page, Visibility } from '../../contract/index.ts';
import type { Tx } from '../open-store.ts';
import { among, type Noun } from '../search/noun.ts';
import { findRow, searchRows } from '../search/search-rows.ts';

const decisionRequirements: Noun<DecisionRequirements, DecisionRequirementsSearch['filter']> = {
  table: 'decision_requirements',
  key: 'decisionRequirementsKey',
  columns: {
    decisionRequirementsKey: 'decision_requirements_key', decisionRequirementsId: 'decision_requirements_id', decisionRequirementsName: 'name', resourceName: 'resource_name',
    version: 'version', tenantId: 'tenant_id',
  },
  item: (row: DecisionRequirements) => row,
  attributes: {
    decisionId: (values, orNone) =>
      sql`exists (select from decision_definitions d where d.decision_requirements_key = t.decision_requirements_key and ${among(sql.ref('d.decision_definition_id'), values, orNone)})`,
  },
};

export function searchDecisionRequirements(tx: Tx, search: DecisionRequirementsSearch, visible?: Visibility): Promise<Page<DecisionRequirements>> {
  return searchRows(tx, decisionRequirements, search, visible);
}

export function findDecisionRequirements(tx: Tx, decisionRequirementsKey: string, visible?: Visibility): Promise<DecisionRequirements | undefined> {
  return findRow(tx, decisionRequirements, decisionRequirementsKey, visible);
}
