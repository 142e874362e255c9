import { sql } from 'kysely';
import { everything } from '../../contract/index.ts';
import type { Page, PageRequest, UserTask, Visibility } from '../../contract/index.ts';
import type { Tx } from '../open-store.ts';
import { cursorOf, valuesOfCursor, type OrderedBy } from '../search/keyset.ts';
import { allOf, type Condition } from '../search/noun.ts';
import { fieldsOf } from '../search/search-rows.ts';
import { visibleRows } from '../search/visible-rows.ts';
import { userTasks, type UserTaskRow } from './user-task-noun.ts';

/** Whose inbox it is. */
export interface InboxOwner {
  readonly userId: string;
  /** The groups whose tasks are offered to this person. */
  readonly groups: readonly string[];
}

export interface InboxFilter {
  /** Assigned to the owner; unassigned and offered to the owner or one of the groups; both. */
  readonly view: 'mine' | 'offered' | 'all';
  readonly processDefinitionId?: string | undefined;
  /** Due before this instant, ISO. */
  readonly dueBefore?: string | undefined;
  /** Part of the name of the task or the process, of what the instance is about (its variable `title`), or of the business id; letter case doesn't matter. */
  readonly text?: string | undefined;
  /** Process variables declared filterable (see `declareFilterable`), with the JSON text they equal. */
  readonly variables?: readonly { readonly name: string; readonly value: string }[];
}

export type InboxOrder = 'due' | 'priority' | 'newest';

/** A task as the inbox lists it: Camunda's fields and the request it belongs to. */
export type OpenTask = UserTask & { businessId: string | null; startedBy: string | null };

/** Inbox counts stop here: beyond it a number says no more than "many". */
export const mostCountedInInbox = 1_000;

const orders: { readonly [Order in InboxOrder]: { readonly columns: readonly string[]; readonly direction: 'ASC' | 'DESC' } } = {
  due: { columns: ['due_order', 'user_task_key'], direction: 'ASC' },
  priority: { columns: ['urgency', 'due_order', 'user_task_key'], direction: 'ASC' },
  newest: { columns: ['creation_date', 'user_task_key'], direction: 'DESC' },
};

/**
 * A page of somebody's inbox. One index scan for each group (and each declared variable's value in it), merged, so that its cost does not
 * grow with the number of open tasks. `visible` is what the access rules leave beyond the groups.
 * @throws BadCursorError when the cursor was given for another order.
 */
export async function openTasksFor(
  tx: Tx, owner: InboxOwner, filter: InboxFilter, sortBy: InboxOrder, page: PageRequest, visible: Visibility = everything,
): Promise<Page<OpenTask>> {
  const order = orders[sortBy];
  const cursorOrder: OrderedBy[] = order.columns.map((column) => ({ field: column, column, order: order.direction, isNullable: false }));
  const backwards = 'before' in page;
  const ascending = (order.direction === 'ASC') !== backwards;
  const cursor = 'after' in page ? page.after : 'before' in page ? page.before : undefined;
  const beyond = cursor === undefined ? undefined : { values: valuesOfCursor(cursorOrder, cursor), ascending };
  const offset = 'from' in page ? page.from : 0;

  const branches = branchesOf(owner, filter, visible, { columns: order.columns, ascending, beyond, limit: page.limit + offset });
  if (branches.length === 0) return { items: [], page: { totalItems: 0, hasMoreTotalItems: false, startCursor: null, endCursor: null } };
  const found = sql<UserTaskRow & Record<string, unknown>>`
    select ${fieldsOf(userTasks)}, t.business_id as "businessId", t.started_by as "startedBy",
      ${sql.join(order.columns.map((column) => sql`${sql.ref(`t.${column}`)}::text as ${sql.ref(column)}`))}
    from (select distinct * from (${sql.join(branches, sql` union all `)}) merged order by ${ordered('merged', order.columns, ascending)} limit ${page.limit} offset ${offset}) page
    join user_tasks t on t.user_task_key = page.user_task_key order by ${ordered('page', order.columns, ascending)}`.execute(tx);
  const [{ rows }, total] = await Promise.all([found, countOpenTasksFor(tx, owner, filter, visible)]);
  const shown = backwards ? rows.toReversed() : rows;
  return {
    items: shown.map(openTask),
    page: {
      totalItems: Math.min(total, mostCountedInInbox),
      hasMoreTotalItems: total > mostCountedInInbox,
      startCursor: shown.length === 0 ? null : cursorOf(cursorOrder, shown[0]!),
      endCursor: shown.length === 0 ? null : cursorOf(cursorOrder, shown.at(-1)!),
    },
  };
}

/** How many tasks an inbox holds; `mostCountedInInbox + 1` stands for more than that. */
export async function countOpenTasksFor(tx: Tx, owner: InboxOwner, filter: InboxFilter, visible: Visibility = everything): Promise<number> {
  const branches = branchesOf(owner, filter, visible, { columns: ['user_task_key'], ascending: true, beyond: undefined, limit: mostCountedInInbox + 1, unordered: true });
  if (branches.length === 0) return 0;
  const all = sql`select user_task_key from (${sql.join(branches, sql` union all `)}) merged`;
  const some = await countDistinct(tx, sql`${all} limit ${mostSeen}`);
  return some.seen === mostSeen && some.count <= mostCountedInInbox ? (await countDistinct(tx, all)).count : some.count;
}

/** So many rows show that an inbox holds more than is counted, unless its tasks are offered to several of the owner's groups each. */
const mostSeen = 3 * (mostCountedInInbox + 1);

async function countDistinct(tx: Tx, keys: Condition): Promise<{ seen: number; count: number }> {
  const { rows } = await sql<{ seen: string; count: string }>`
    with found as materialized (${keys}) select (select count(*) from found) as seen, (select count(*) as count from (select distinct user_task_key from found) d) as count`.execute(tx);
  return { seen: Number(rows[0]!.seen), count: Math.min(Number(rows[0]!.count), mostCountedInInbox + 1) };
}

/** How many unassigned tasks are offered to each of these groups, each up to the cap. */
export async function countOfferedByGroup(tx: Tx, groups: readonly string[]): Promise<{ group: string; count: number }[]> {
  const { rows } = await sql<{ group: string; count: number }>`
    select g.id as "group", offered.count from unnest(${[...groups]}::text[]) g(id) cross join lateral (select count(*)::integer as count from (
      select from user_task_candidates c where c.candidate_type = 'group' and c.candidate = g.id and c.is_open and not c.is_assigned limit ${mostCountedInInbox + 1}) o) offered`.execute(tx);
  return rows;
}

interface Scan {
  readonly columns: readonly string[];
  readonly ascending: boolean;
  readonly beyond: { readonly values: readonly unknown[]; readonly ascending: boolean } | undefined;
  readonly limit: number;
  readonly unordered?: boolean;
}

/** One select for what is assigned to the owner, one for what is offered; each gives the columns of the order, at most `limit` rows a scan. */
function branchesOf(owner: InboxOwner, filter: InboxFilter, visible: Visibility, scan: Scan): Condition[] {
  const residual = [...textConditions(filter.text), ...visibleRows(userTasks, visible)];
  const branches: Condition[] = [];
  if (filter.view !== 'offered') {
    branches.push(sql`(select ${columnsOf('t', scan)} from user_tasks t
      where t.assignee = ${owner.userId} and t.state = 'CREATED' and ${allOf([...plainConditions('t', filter), ...ofInstance(filter.variables), ...residual, ...after('t', scan)])}${tail('t', scan)})`);
  }
  if (filter.view !== 'mine') branches.push(offered(owner, filter, residual, scan));
  return branches;
}

function offered(owner: InboxOwner, filter: InboxFilter, residual: readonly Condition[], scan: Scan): Condition {
  const types = [...owner.groups.map(() => 'group'), 'user'];
  const ids = [...owner.groups, owner.userId];
  const [first, ...others] = filter.variables ?? [];
  const isOffered = sql`c.candidate_type = g.type and c.candidate = g.id and c.is_open and not c.is_assigned`;
  const withTask = residual.length === 0 ? sql`` : sql` join user_tasks t on t.user_task_key = c.user_task_key`;
  const conditions = [isOffered, ...plainConditions('c', filter), ...others.map(alsoHas), ...residual];
  const scanned = first
    ? sql`select ${columnsOf('c', scan)} from user_task_variables v join user_task_candidates c on c.user_task_key = v.user_task_key${withTask}
        where v.candidate_type = g.type and v.candidate = g.id and v.name = ${first.name} and v.value = ${first.value} and ${allOf([...conditions, ...after('v', scan)])}${tail('v', scan)}`
    : sql`select ${columnsOf('c', scan)} from user_task_candidates c${withTask} where ${allOf([...conditions, ...after('c', scan)])}${tail('c', scan)}`;
  return sql`(select o.* from unnest(${types}::text[], ${ids}::text[]) g(type, id) cross join lateral (${scanned}) o)`;
}

function plainConditions(table: 't' | 'c', filter: InboxFilter): Condition[] {
  const conditions: Condition[] = [];
  if (filter.processDefinitionId !== undefined) conditions.push(sql`${sql.ref(`${table}.process_definition_id`)} = ${filter.processDefinitionId}`);
  if (filter.dueBefore !== undefined) conditions.push(sql`${sql.ref(`${table}.due_order`)} < ${filter.dueBefore}`);
  return conditions;
}

function textConditions(text: string | undefined): Condition[] {
  if (text === undefined || text === '') return [];
  const pattern = `%${text.replaceAll(/[%_\\]/g, '\\$&')}%`;
  const isAbout = sql`exists (select from variables v where v.scope_key = t.process_instance_key and v.name = 'title' and v.value ilike ${pattern})`;
  return [sql`(t.name ilike ${pattern} or t.process_name ilike ${pattern} or t.business_id ilike ${pattern} or ${isAbout})`];
}

function alsoHas({ name, value }: { readonly name: string; readonly value: string }): Condition {
  return sql`exists (select from user_task_variables w where w.user_task_key = c.user_task_key and w.name = ${name} and w.candidate_type = c.candidate_type
    and w.candidate = c.candidate and w.value = ${value})`;
}

/** What is assigned to somebody is little, so its variables are looked up in the instance. */
function ofInstance(variables: InboxFilter['variables'] = []): Condition[] {
  return variables.map(({ name, value }) => sql`exists (select from variables v where v.scope_key = t.process_instance_key and v.name = ${name} and v.value = ${value})`);
}

function columnsOf(table: string, { columns }: Scan): Condition {
  return sql.join(columns.map((column) => sql.ref(`${table}.${column}`)));
}

function after(table: string, { columns, beyond }: Scan): Condition[] {
  if (!beyond) return [];
  const row = sql`(${sql.join(columns.map((column) => rankColumn(table, column)))})`;
  const given = sql`(${sql.join(beyond.values)})`;
  return [beyond.ascending ? sql`${row} > ${given}` : sql`${row} < ${given}`];
}

function tail(table: string, { columns, ascending, limit, unordered }: Scan): Condition {
  if (unordered) return sql` limit ${limit}`;
  return sql` order by ${sql.join(columns.map((column) => (ascending ? rankColumn(table, column) : sql`${rankColumn(table, column)} desc`)))} limit ${limit}`;
}

/** A variable's rows repeat the due date and the key only; what else an order needs comes from the candidates'. */
function rankColumn(table: string, column: string): Condition {
  return sql.ref(table === 'v' && column !== 'due_order' && column !== 'user_task_key' ? `c.${column}` : `${table}.${column}`);
}

function ordered(table: string, columns: readonly string[], ascending: boolean): Condition {
  return sql.join(columns.map((column) => (ascending ? sql.ref(`${table}.${column}`) : sql`${sql.ref(`${table}.${column}`)} desc`)));
}

function openTask(row: UserTaskRow & Record<string, unknown>): OpenTask {
  const { due_order: _due, urgency: _urgency, creation_date: _created, user_task_key: _key, ...task } = row;
  return { ...userTasks.item(task as never), businessId: task['businessId'] as string | null, startedBy: task['startedBy'] as string | null };
}
