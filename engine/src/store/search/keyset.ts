import { sql } from 'kysely';
import { allOf, anyOf, column, never, type Condition, type NounShape } from './noun.ts';

/** One column of an order. Nulls stand last ascending and first descending, as indexes hold them. */
export interface OrderedBy {
  readonly field: string;
  readonly column: string;
  readonly order: 'ASC' | 'DESC';
  readonly isNullable: boolean;
}

/** The cursor is not one that this search gave, or was given for another order. */
export class BadCursorError extends Error {
  constructor() {
    super('the cursor does not belong to this search');
  }
}

/** The columns a search is ordered by: what was asked for, or the noun's default, and the key at the end. */
export function orderOf(noun: NounShape, asked: readonly { readonly field: string; readonly order: 'ASC' | 'DESC' }[]): OrderedBy[] {
  const sort = asked.length > 0 ? asked : (noun.defaultSort ?? []);
  const last = sort.at(-1)?.order ?? 'ASC';
  const seen = new Set<string>();
  const order: OrderedBy[] = [];
  for (const by of [...sort, { field: noun.key, order: last }]) {
    const name = noun.columns[by.field];
    if (name === undefined) throw new Error(`${noun.table} has no field ${by.field} to sort by`);
    if (seen.has(by.field)) continue;
    seen.add(by.field);
    order.push({ field: by.field, column: name, order: by.order, isNullable: noun.nullable?.includes(by.field) ?? false });
    if (by.field === noun.key) break;
  }
  return order;
}

export function reversed(order: readonly OrderedBy[]): OrderedBy[] {
  return order.map((by) => ({ ...by, order: by.order === 'ASC' ? 'DESC' : 'ASC' }));
}

export function orderBy(order: readonly OrderedBy[]): Condition {
  return sql.join(order.map((by) => (by.order === 'ASC' ? sql`${column(by.column)}` : sql`${column(by.column)} desc`)));
}

/** The rows that follow the one with these values, in this order. */
export function rowsAfter(order: readonly OrderedBy[], values: readonly unknown[]): Condition {
  const [first] = order;
  if (order.every((by) => !by.isNullable && by.order === first!.order)) {
    const row = sql`(${sql.join(order.map((by) => column(by.column)))})`;
    const given = sql`(${sql.join(values)})`;
    return first!.order === 'ASC' ? sql`${row} > ${given}` : sql`${row} < ${given}`;
  }
  return anyOf(order.map((by, i) => allOf([...order.slice(0, i).map((earlier, j) => equals(earlier, values[j])), follows(by, values[i])])));
}

function equals(by: OrderedBy, value: unknown): Condition {
  return value === null ? sql`${column(by.column)} is null` : sql`${column(by.column)} = ${value}`;
}

function follows(by: OrderedBy, value: unknown): Condition {
  const name = column(by.column);
  if (by.order === 'DESC') return value === null ? sql`${name} is not null` : sql`${name} < ${value}`;
  if (value === null) return never;
  return by.isNullable ? sql`(${name} > ${value} or ${name} is null)` : sql`${name} > ${value}`;
}

/** A place in an order: the values of one row. Opaque to clients. */
export function cursorOf(order: readonly OrderedBy[], row: Readonly<Record<string, unknown>>): string {
  return Buffer.from(JSON.stringify([order.map((by) => `${by.field} ${by.order}`).join(), ...order.map((by) => row[by.field])])).toString('base64');
}

/** @throws BadCursorError */
export function valuesOfCursor(order: readonly OrderedBy[], cursor: string): unknown[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(cursor, 'base64').toString());
  } catch {
    throw new BadCursorError();
  }
  if (!Array.isArray(parsed) || parsed[0] !== order.map((by) => `${by.field} ${by.order}`).join()) throw new BadCursorError();
  const values = parsed.slice(1);
  if (values.length !== order.length || values.some((value) => value !== null && typeof value === 'object')) throw new BadCursorError();
  return values;
}
