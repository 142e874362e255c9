/** The inbox in the database, as the app's role: 100,000 open tasks, a million with --nightly (or --tasks=N), in 500 groups. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CompiledQuery } from 'kysely';
import pg from 'pg';
import { APP_ROLE, openStateFolder, startPostgres } from '../src/services/index.ts';
import { recordStatements } from '../test/statements/record.ts';
import { countOfferedByGroup, countOpenTasksFor, ensureTenant, migrate, openStore, openTasksFor, type InboxFilter, type InboxOrder, type InboxOwner, type Store, type Tx } from '../src/store/index.ts';

const tenantId = 'bench';
const groups = 500;
const inboxBudget = 5;
const tasks = Number(process.argv.find((word) => word.startsWith('--tasks='))?.slice(8) ?? (process.argv.includes('--nightly') ? 1_000_000 : 100_000));

interface Measurement {
  readonly name: string;
  readonly clients: number;
  /** Milliseconds in the database, planning and execution, of the slowest statement of a run; null where it wasn't looked at. */
  readonly database: Percentiles | null;
  /** Milliseconds at the client, of the whole transaction. */
  readonly client: Percentiles;
  /** For p95 in the database. */
  readonly budget: number | null;
}

interface Percentiles {
  readonly p50: number;
  readonly p95: number;
}

/** One task of ten has two groups, one of ten is assigned; due dates lie within 60 days, one of five has none. Indexes are made when the rows are there. */
async function load(ownerUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query("select set_config('app.tenant', $1, false)", [tenantId]);
  await owner.query("set synchronous_commit = off; set maintenance_work_mem = '256MB'");
  const { rows: indexes } = await owner.query<{ name: string; definition: string }>(`select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
    where not indisprimary and indrelid in ('user_tasks'::regclass, 'user_task_candidates'::regclass, 'user_task_variables'::regclass) order by indexrelid`);
  for (const { name } of indexes) await owner.query(`drop index ${name}`);
  const random = (salt: number, below: number) => `(hashint8(n + ${salt}) & 2147483647)::bigint % ${below}`;
  const dueDate = `case when n % 5 > 0 then now() + ${random(1, 60 * 24 * 60)} * interval '1 minute' end`;
  const created = `now() - ${random(2, 30 * 24 * 60)} * interval '1 minute'`;
  await owner.query(`
    insert into user_tasks (tenant_id, user_task_key, element_instance_key, element_id, process_instance_key, root_process_instance_key, process_definition_key, process_definition_id,
      process_definition_version, process_name, name, state, assignee, candidate_groups, candidate_users, creation_date, due_date, priority, custom_headers, business_id, started_by)
    select '${tenantId}', n << 20, (n << 20) + 1, 'Approve' || n % 5, (n / 5) << 20, (n / 5) << 20, n % 20, 'process-' || n % 20, 1, 'Process ' || n % 20, 'Approve the change ' || n, 'CREATED',
      case when ${random(7, 10)} = 0 then 'user-' || ${random(3, 2_000)} end,
      case when n % 10 = 7 then array['group-' || ${random(4, groups)}, 'group-' || ${random(5, groups)}] else array['group-' || ${random(4, groups)}] end,
      '{}', ${created}, ${dueDate}, 50, '{}', 'ECO-' || n / 5, 'user-' || ${random(6, 2_000)} from generate_series(1, ${tasks}::bigint) n`);
  await owner.query(`
    insert into user_task_candidates (tenant_id, user_task_key, candidate_type, candidate, is_open, assignee, process_instance_key, process_definition_id, element_id, creation_date, due_date, priority)
    select distinct t.tenant_id, t.user_task_key, 'group', g, true, t.assignee, t.process_instance_key, t.process_definition_id, t.element_id, t.creation_date, t.due_date, t.priority
    from user_tasks t cross join unnest(t.candidate_groups) g where t.tenant_id = '${tenantId}'`);
  await owner.query(`
    insert into user_task_variables (tenant_id, user_task_key, candidate_type, candidate, name, value, due_order)
    select c.tenant_id, c.user_task_key, c.candidate_type, c.candidate, v.name, v.value, c.due_order
    from user_task_candidates c cross join lateral (values ('site', '"site-' || (c.user_task_key >> 20) % 20 || '"'), ('supplier', '"supplier-' || (c.user_task_key >> 20) % 5000 || '"')) v(name, value)
    where c.tenant_id = '${tenantId}'`);
  for (const { definition } of indexes) await owner.query(definition);
  await owner.query('vacuum analyze');
  await owner.end();
}

const dice = (below: number) => Math.floor(Math.random() * below);
const person = (of: number): InboxOwner => ({ userId: `user-${dice(2_000)}`, groups: Array.from({ length: of }, () => `group-${dice(groups)}`) });

function page(order: InboxOrder, filter: Partial<InboxFilter> = {}, of = 3) {
  return (tx: Tx) => openTasksFor(tx, person(of), { view: 'all', ...filter }, order, { from: 0, limit: 50 });
}

/** Inboxes with the cursor after their first hundred tasks. */
async function laterPlaces(store: Store): Promise<{ owner: InboxOwner; after: string }[]> {
  const places: { owner: InboxOwner; after: string }[] = [];
  for (let i = 0; i < 50; i++) {
    const owner = person(3);
    const { endCursor } = (await store.inTenant(tenantId, (tx) => openTasksFor(tx, owner, { view: 'offered' }, 'due', { limit: 100, from: 0 }))).page;
    if (endCursor !== null) places.push({ owner, after: endCursor });
  }
  return places;
}

type Work = (tx: Tx) => Promise<unknown>;

async function measure(store: Store, name: string, runs: number, work: Work, { clients = 1, budget = inboxBudget }: { clients?: number; budget?: number | null } = {}): Promise<Measurement> {
  const times: number[] = [];
  const client = async (count: number): Promise<void> => {
    for (let i = 0; i < count; i++) {
      const start = performance.now();
      await store.inTenant(tenantId, work);
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: clients }, () => client(20)));
  times.length = 0;
  await Promise.all(Array.from({ length: clients }, () => client(Math.ceil(runs / clients))));
  return { name, clients, client: percentiles(times), ...(clients > 1 ? { database: null, budget: null } : { database: percentiles(await timesInDatabase(store, runs / 2, work)), budget }) };
}

/** What PostgreSQL itself says that the statements took, so that neither the client nor the network counts. */
async function timesInDatabase(store: Store, runs: number, work: Work): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < runs; i++) {
    let slowest = 0;
    for (const { sql, parameters } of await recordStatements(work)) {
      const explained = await store.inTenant(tenantId, (tx) => tx.executeQuery<{ 'QUERY PLAN': [{ 'Planning Time': number; 'Execution Time': number }] }>(CompiledQuery.raw(`explain (analyze, timing off, format json) ${sql}`, [...parameters])));
      const [plan] = explained.rows[0]!['QUERY PLAN'];
      slowest = Math.max(slowest, plan['Planning Time'] + plan['Execution Time']);
    }
    times.push(slowest);
  }
  return times;
}

function percentiles(times: number[]): Percentiles {
  times.sort((a, b) => a - b);
  const at = (part: number) => Math.round(times[Math.min(times.length - 1, Math.floor(times.length * part))]! * 100) / 100;
  return { p50: at(0.5), p95: at(0.95) };
}

const folder = mkdtempSync(join(tmpdir(), 'loopwright-bench-'));
chmodSync(folder, 0o755);
const state = openStateFolder(folder);
const postgres = await startPostgres({ state, say: (line) => console.log(line) });
try {
  await migrate({ ownerUrl: postgres.ownerUrl, appRole: new URL(postgres.appUrl).username || APP_ROLE, ...(postgres.appPassword === null ? {} : { appPassword: postgres.appPassword }) });
  const store = openStore({ url: postgres.appUrl });
  await ensureTenant(store, { tenantId, name: 'Bench', isTest: false });
  const loading = performance.now();
  await load(postgres.ownerUrl);
  console.log(`${tasks.toLocaleString('en')} open tasks in ${groups} groups, loaded in ${Math.round((performance.now() - loading) / 1000)} s. 50 tasks a page, with its total; milliseconds.\n`);
  const site = () => ({ name: 'site', value: `"site-${dice(20)}"` });
  const supplier = () => ({ name: 'supplier', value: `"supplier-${dice(5_000)}"` });
  const places = await laterPlaces(store);
  const results = [
    await measure(store, '3 groups, due first', 400, page('due')),
    await measure(store, '3 groups, due first', 800, page('due'), { clients: 8 }),
    await measure(store, '3 groups, by priority', 400, page('priority')),
    await measure(store, '3 groups, newest first', 400, page('newest')),
    await measure(store, '20 groups, due first', 400, page('due', {}, 20)),
    await measure(store, '3 groups, after 100 tasks, by cursor', 400, (tx) => {
      const { owner, after } = places[dice(places.length)]!;
      return openTasksFor(tx, owner, { view: 'offered' }, 'due', { limit: 50, after });
    }),
    await measure(store, '3 groups, a variable one task of 20 has', 400, (tx) => page('due', { view: 'offered', variables: [site()] })(tx)),
    await measure(store, '3 groups, a variable one task of 5,000 has', 400, (tx) => page('due', { view: 'offered', variables: [supplier()] })(tx)),
    await measure(store, '3 groups, two variables', 400, (tx) => page('due', { view: 'offered', variables: [site(), supplier()] })(tx)),
    await measure(store, '3 groups, one process of 20', 400, (tx) => page('due', { processDefinitionId: `process-${dice(20)}` })(tx)),
    await measure(store, '3 groups, words in the name', 200, (tx) => page('due', { text: `change ${dice(10)}` })(tx), { budget: null }),
    await measure(store, 'count, 3 groups', 400, (tx) => countOpenTasksFor(tx, person(3), { view: 'all' })),
    await measure(store, 'count, 3 groups, due within a week', 400, (tx) => countOpenTasksFor(tx, person(3), { view: 'all', dueBefore: new Date(Date.now() + 7 * 86_400_000).toISOString() })),
    await measure(store, 'count of each of 10 groups', 400, (tx) => countOfferedByGroup(tx, person(10).groups)),
  ];
  const width = Math.max(...results.map(({ name }) => name.length));
  const figure = (number: number | undefined): string => (number === undefined ? '–' : number.toFixed(2)).padStart(8);
  console.log(`${''.padEnd(width)}           in the database        at the client\n${''.padEnd(width)}  clients     p50     p95       p50     p95`);
  for (const { name, clients, database, client, budget } of results) {
    const verdict = budget === null || database === null ? '' : database.p95 <= budget ? `  (budget ${budget}: met)` : `  (budget ${budget}: missed by ${Math.round((database.p95 / budget - 1) * 100)} %)`;
    console.log(`${name.padEnd(width)}  ${String(clients).padStart(7)}${figure(database?.p50)}${figure(database?.p95)}  ${figure(client.p50)}${figure(client.p95)}${verdict}`);
  }
  if (process.argv.includes('--json')) console.log(JSON.stringify({ bench: 'inbox', tasks, groups, results }));
  await store.close();
} finally {
  await postgres.own?.server.stop();
  const data = state.read().postgres?.folder;
  if (data) rmSync(data, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
}
