import { sql } from 'kysely';
import { everything, longestValue } from '../../contract/index.ts';
import type { FoundVariable, Page, Variable, VariableSearch, Visibility } from '../../contract/index.ts';
import type { Variables } from '../../kernel/json.ts';
import type { Tx } from '../open-store.ts';
import { instanceColumn, type Noun } from '../search/noun.ts';
import { compileOperators } from '../search/compile-filter.ts';
import { allOf, column } from '../search/noun.ts';
import { findRow, searchRows } from '../search/search-rows.ts';

type Filter = VariableSearch['filter'];

/** Values are filtered and sorted by their first 200 characters' column where that is enough; see the migration. */
const variables: Noun<Variable, Filter> = {
  table: 'variables',
  key: 'variableKey',
  columns: {
    variableKey: 'variable_key', name: 'name', value: 'value', scopeKey: 'scope_key', processInstanceKey: 'process_instance_key', rootProcessInstanceKey: 'root_process_instance_key',
    tenantId: 'tenant_id',
  },
  item: (row: Variable) => row,
  filters: {
    isTruncated: (isTruncated) => (isTruncated ? sql`length(t.value) > ${longestValue}` : sql`length(t.value) <= ${longestValue}`),
    value: (filter) => allOf(compileOperators(column(typeof filter.$eq === 'string' && filter.$eq.length <= 200 && Object.keys(filter).length === 1 ? 'filter_value' : 'value'), filter)),
  },
  attributes: { processId: instanceColumn('process_definition_id'), startedBy: instanceColumn('started_by') },
  instanceColumn: 'process_instance_key',
};

/** A page of variables; values longer than `longestValue` are cut off unless `whole` is asked for. */
export async function searchVariables(tx: Tx, search: VariableSearch, visible: Visibility = everything, whole = false): Promise<Page<FoundVariable>> {
  const { items, page } = await searchRows(tx, variables, search, visible);
  return { items: items.map((item) => truncated(item, whole)), page };
}

export function findVariable(tx: Tx, variableKey: string, visible?: Visibility): Promise<Variable | undefined> {
  return findRow(tx, variables, variableKey, visible);
}

/** The variables that an element sees, in every scope from its own up to the process, or only the innermost of each name. */
export async function searchVariablesSeenFrom(
  tx: Tx, elementInstanceKey: string, search: VariableSearch, innermostOnly: boolean, whole = false,
): Promise<Page<FoundVariable>> {
  const scopes = await scopesFrom(tx, elementInstanceKey);
  const inScope = sql`t.scope_key = any(${scopes})`;
  const innermost = sql`not exists (select from variables inner_one where inner_one.name = t.name and inner_one.scope_key = any(${scopes})
    and array_position(${scopes}::bigint[], inner_one.scope_key) < array_position(${scopes}::bigint[], t.scope_key))`;
  const { items, page } = await searchRows(tx, variables, search, everything, innermostOnly ? [inScope, innermost] : [inScope]);
  return { items: items.map((item) => truncated(item, whole)), page };
}

/** The values that an element sees, the innermost of each name; all of them, or those named. */
export async function variablesSeenFrom(tx: Tx, elementInstanceKey: string, names?: readonly string[]): Promise<Variables> {
  const scopes = await scopesFrom(tx, elementInstanceKey);
  let query = tx.selectFrom('variables').select(['name', 'value', 'scope_key']).where('scope_key', 'in', scopes);
  if (names) query = query.where('name', 'in', [...names, '']);
  const rows = await query.execute();
  rows.sort((a, b) => scopes.indexOf(b.scope_key) - scopes.indexOf(a.scope_key));
  return Object.fromEntries(rows.map((row) => [row.name, JSON.parse(row.value)]));
}

/** The variables of the process scope. */
export async function variablesOfInstance(tx: Tx, processInstanceKey: string): Promise<Variables> {
  const rows = await tx.selectFrom('variables').select(['name', 'value']).where('scope_key', '=', processInstanceKey).orderBy('variable_key').execute();
  return Object.fromEntries(rows.map((row) => [row.name, JSON.parse(row.value)]));
}

/** The keys of the scopes that an element stands in, its own first, the process instance last. */
async function scopesFrom(tx: Tx, elementInstanceKey: string): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`
    with recursive scopes(key, scope_key, depth) as (
      select element_instance_key, scope_key, 0 from element_instances where element_instance_key = ${elementInstanceKey}
      union all
      select e.element_instance_key, e.scope_key, s.depth + 1 from element_instances e join scopes s on e.element_instance_key = s.scope_key
    ) select key from scopes order by depth`.execute(tx);
  return rows.length === 0 ? [elementInstanceKey] : rows.map((row) => row.key);
}

function truncated(variable: Variable, whole: boolean): FoundVariable {
  const isTruncated = !whole && variable.value.length > longestValue;
  return { ...variable, value: isTruncated ? variable.value.slice(0, longestValue) : variable.value, isTruncated };
}
