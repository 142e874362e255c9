import { sql } from 'kysely';
import { everything, isPossibleKey } from '../../contract/index.ts';
import type { Page, SearchQuery, Visibility } from '../../contract/index.ts';
import type { Tx } from '../open-store.ts';
import { compileFilter } from './compile-filter.ts';
import { cursorOf, orderBy, orderOf, reversed, rowsAfter, valuesOfCursor } from './keyset.ts';
import { allOf, column, type Condition, type Noun, type NounShape } from './noun.ts';
import { visibleRows } from './visible-rows.ts';

/** Totals are counted up to here, as in Camunda. */
export const mostCounted = 10_000;

/**
 * A page of a noun's rows: filtered, restricted to what somebody may see, in the order asked for.
 * @param beside conditions of the caller's own, such as the instance that a sub-list belongs to.
 * @throws BadCursorError when the cursor was given for another search.
 */
export async function searchRows<Item, Filter extends object>(
  tx: Tx, noun: Noun<Item, Filter>, search: SearchQuery<Filter, string>, visible: Visibility = everything, beside: readonly Condition[] = [],
): Promise<Page<Item>> {
  const where = allOf([...compileFilter(noun, search.filter as Record<string, unknown>), ...visibleRows(noun, visible), ...beside]);
  const order = orderOf(noun, search.sort);
  const backwards = 'before' in search.page;
  const direction = backwards ? reversed(order) : order;
  const cursor = 'after' in search.page ? search.page.after : 'before' in search.page ? search.page.before : undefined;
  const from = cursor === undefined ? sql`` : sql` and ${rowsAfter(direction, valuesOfCursor(order, cursor))}`;
  const offset = 'from' in search.page ? search.page.from : 0;

  const [found, counted] = await Promise.all([
    sql<Record<string, unknown>>`select ${fieldsOf(noun)} from ${sql.table(noun.table)} t where ${where}${from} order by ${orderBy(direction)} limit ${search.page.limit} offset ${offset}`.execute(tx),
    sql<{ count: string }>`select count(*) as count from (select from ${sql.table(noun.table)} t where ${where} limit ${mostCounted + 1}) counted`.execute(tx),
  ]);
  const rows = backwards ? found.rows.toReversed() : found.rows;
  const total = Number(counted.rows[0]!.count);
  return {
    items: rows.map((row) => noun.item(row as never)),
    page: {
      totalItems: Math.min(total, mostCounted),
      hasMoreTotalItems: total > mostCounted,
      startCursor: rows.length === 0 ? null : cursorOf(order, rows[0]!),
      endCursor: rows.length === 0 ? null : cursorOf(order, rows.at(-1)!),
    },
  };
}

/** The item with this key, or undefined where there is none that the tenant has and the person may see. */
export async function findRow<Item, Filter>(tx: Tx, noun: Noun<Item, Filter>, key: string, visible: Visibility = everything): Promise<Item | undefined> {
  if (!noun.hasTextKey && !isPossibleKey(key)) return undefined;
  const conditions = [sql`${column(noun.columns[noun.key]!)} = ${key}`, ...visibleRows(noun, visible)];
  const { rows } = await sql<never>`select ${fieldsOf(noun)} from ${sql.table(noun.table)} t where ${allOf(conditions)}`.execute(tx);
  return rows.length === 0 ? undefined : noun.item(rows[0]!);
}

export function fieldsOf(noun: NounShape): Condition {
  return sql.join(Object.entries(noun.columns).map(([field, name]) => sql`${column(name)} as ${sql.ref(field)}`));
}
