import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { ListAttribute } from '../../contract/index.ts';
import type { Database } from '../database.ts';

/** A condition on the rows of the noun's table, which is called `t`. */
export type Condition = RawBuilder<unknown>;

/**
 * How a noun of the API stands in its table: enough to search it. `columns` maps the item's fields to columns, for reading, filtering and
 * sorting alike.
 */
export interface NounShape {
  readonly table: keyof Database;
  readonly columns: { readonly [field: string]: string };
  /** Field that is unique in the tenant and ends every order. */
  readonly key: string;
  /** The key is a text, not a 64-bit number. */
  readonly hasTextKey?: boolean;
  /** Fields whose column may be null. */
  readonly nullable?: readonly string[];
  readonly defaultSort?: readonly { readonly field: string; readonly order: 'ASC' | 'DESC' }[];
  /** Filters that are more than an operator on a column. Null restricts nothing. */
  readonly filters?: { readonly [field: string]: ((value: never) => Condition | null) | undefined };
  /** What the access rules may narrow this list by. */
  readonly attributes: { readonly [Attribute in ListAttribute]?: AttributeCondition };
  /** The column by which the rows belong to a process instance, for rules on its variables. */
  readonly instanceColumn?: string;
}

/** A noun with the item that replies hold, made of what was read, and the filter of its searches. */
export interface Noun<Item, Filter> extends NounShape {
  readonly item: (row: never) => Item;
  readonly filters?: { readonly [Field in keyof Filter]?: (value: NonNullable<Filter[Field]>) => Condition | null };
}

/** Holds when the attribute is among `values`, or, where `orNone`, when it has no value. */
export type AttributeCondition = (values: readonly string[], orNone: boolean) => Condition;

export const never: Condition = sql`false`;

export function column(name: string): Condition {
  return sql.ref(`t.${name}`);
}

/** An attribute that is a column of the noun's own table. */
export function ownColumn(name: string): AttributeCondition {
  return (values, orNone) => among(column(name), values, orNone);
}

/** An attribute of the process instance that the rows belong to. */
export function instanceColumn(name: string): AttributeCondition {
  return (values, orNone) =>
    sql`exists (select from process_instances i where i.process_instance_key = t.process_instance_key and ${among(sql.ref(`i.${name}`), values, orNone)})`;
}

export function among(value: Condition, values: readonly string[], orNone: boolean): Condition {
  const present = sql`${value} = any(${[...values]})`;
  return orNone ? sql`(${present} or ${value} is null)` : present;
}

export function allOf(conditions: readonly Condition[]): Condition {
  return conditions.length === 0 ? sql`true` : sql`(${sql.join(conditions, sql` and `)})`;
}

export function anyOf(conditions: readonly Condition[]): Condition {
  return conditions.length === 0 ? never : sql`(${sql.join(conditions, sql` or `)})`;
}
