import { sql } from 'kysely';
import type { OrderedFilter, StringFilter, VariableValueFilter } from '../../contract/index.ts';
import { column, never, allOf, type Condition, type NounShape } from './noun.ts';

type Operators = StringFilter & OrderedFilter<unknown>;

/** Compiles a parsed filter: all fields are to hold. */
export function compileFilter(noun: NounShape, filter: Readonly<Record<string, unknown>>): Condition[] {
  const conditions: Condition[] = [];
  for (const [field, value] of Object.entries(filter)) {
    if (value === undefined || value === null) continue;
    const special = noun.filters?.[field];
    const name = noun.columns[field];
    if (special) {
      const condition = special(value as never);
      if (condition) conditions.push(condition);
    } else if (name !== undefined) {
      conditions.push(...compileOperators(column(name), value));
    } else {
      throw new Error(`${noun.table} has no filter ${field}`);
    }
  }
  return conditions;
}

/** Conditions on one value: a plain value is to be equal, an object holds operators that are all to hold. */
export function compileOperators(value: Condition, filter: unknown): Condition[] {
  if (typeof filter !== 'object' || filter === null) return [sql`${value} = ${filter}`];
  const { $eq, $neq, $exists, $in, $notIn, $like, $gt, $gte, $lt, $lte } = filter as Operators;
  const conditions: Condition[] = [];
  if ($eq !== undefined) conditions.push(sql`${value} = ${$eq}`);
  if ($neq !== undefined) conditions.push(sql`${value} is distinct from ${$neq}`);
  if ($exists !== undefined) conditions.push($exists ? sql`${value} is not null` : sql`${value} is null`);
  if ($in !== undefined) conditions.push($in.length === 0 ? never : sql`${value} = any(${[...$in]})`);
  if ($notIn !== undefined) conditions.push(sql`(${value} <> all(${[...$notIn]}) or ${value} is null)`);
  if ($gt !== undefined) conditions.push(sql`${value} > ${$gt}`);
  if ($gte !== undefined) conditions.push(sql`${value} >= ${$gte}`);
  if ($lt !== undefined) conditions.push(sql`${value} < ${$lt}`);
  if ($lte !== undefined) conditions.push(sql`${value} <= ${$lte}`);
  if ($like !== undefined) conditions.push(...compileLike(value, $like));
  return conditions;
}

/** LIKE is not leakproof, so no index serves it under row-level security; a literal beginning is therefore said as a range as well. */
function compileLike(value: Condition, like: string): Condition[] {
  const { pattern, prefix } = likePattern(like);
  const matches = sql`${value} like ${pattern}`;
  return prefix === '' ? [matches] : [sql`${value} >= ${prefix}`, sql`${value} < ${`${prefix}\u{10FFFF}`}`, matches];
}

/** Camunda's `*`, `?` and backslash as a LIKE pattern, and the literal text before the first wildcard. */
export function likePattern(like: string): { pattern: string; prefix: string } {
  let pattern = '';
  let prefix: string | undefined;
  let literal = '';
  for (let i = 0; i < like.length; i++) {
    let character = like[i]!;
    if (character === '*' || character === '?') {
      prefix ??= literal;
      pattern += character === '*' ? '%' : '_';
      continue;
    }
    if (character === '\\' && i + 1 < like.length) character = like[++i]!;
    literal += character;
    pattern += /[%_\\]/.test(character) ? `\\${character}` : character;
  }
  return { pattern, prefix: prefix ?? literal };
}

/** Conditions on process variables of the instance that the row belongs to; `scope` narrows to the variables of one scope. */
export function variableConditions(filters: readonly VariableValueFilter[], instance: Condition, scope: Condition): Condition {
  return allOf(
    filters.map(({ name, value }) => {
      const operators = allOf(compileOperators(comparable(value), value));
      return sql`exists (select from variables v where v.process_instance_key = ${instance} and v.scope_key = ${scope} and v.name = ${name} and ${operators})`;
    }),
  );
}

/** Values up to 200 characters are indexed; whoever compares with a longer one, or by pattern, needs the whole. */
function comparable(filter: StringFilter): Condition {
  const compared = [filter.$eq, ...(filter.$in ?? [])].filter((text) => text !== undefined);
  const onlyEquality = compared.length > 0 && Object.entries(filter).every(([operator, given]) => given === undefined || operator === '$eq' || operator === '$in');
  return onlyEquality && compared.every((text) => text.length <= 200) ? sql.ref('v.filter_value') : sql.ref('v.value');
}
