import { sql } from 'kysely';
import { listAttributes } from '../../contract/index.ts';
import type { Sight, Visibility } from '../../contract/index.ts';
import { allOf, anyOf, column, never, among, type Condition, type NounShape } from './noun.ts';

/** The rows of a list that somebody may see. What the noun hasn't got narrows the list to nothing. */
export function visibleRows(noun: NounShape, visible: Visibility): Condition[] {
  if (visible.kind === 'everything') return [];
  const shown = anyOf(visible.anyOf.map((sight) => sightCondition(noun, sight)));
  const hidden = visible.butNot.map((sight) => sql`not coalesce(${sightCondition(noun, sight)}, false)`);
  return [shown, ...hidden];
}

function sightCondition(noun: NounShape, sight: Sight): Condition {
  const conditions: Condition[] = [];
  for (const attribute of listAttributes) {
    const values = sight[attribute];
    if (values) conditions.push(noun.attributes[attribute]?.(present(values), values.includes(null)) ?? never);
  }
  for (const [name, values] of Object.entries(sight.variables ?? {})) conditions.push(variableAmong(noun, name, values));
  return allOf(conditions);
}

function variableAmong(noun: NounShape, name: string, values: readonly (string | null)[]): Condition {
  if (noun.instanceColumn === undefined) return never;
  const instance = column(noun.instanceColumn);
  const found = sql`exists (select from variables v where v.scope_key = ${instance} and v.name = ${name} and ${among(sql.ref('v.value'), present(values), false)})`;
  if (!values.includes(null)) return found;
  return sql`(${found} or not exists (select from variables v where v.scope_key = ${instance} and v.name = ${name} and v.value <> 'null'))`;
}

function present(values: readonly (string | null)[]): string[] {
  return values.filter((value) => value !== null);
}
