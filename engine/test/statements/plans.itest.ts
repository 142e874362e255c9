import { CompiledQuery, sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { declareFilterable, ensureTenant, openStore, projectTurn, publishMessage, type Store, type Tx } from '../../src/store/index.ts';
import { freshDatabase, type FreshDatabase } from '../fresh-database.ts';
import { ana, deployFiles, keyOfProcess, openTask, processFile, SampleInstance } from '../sample-turns.ts';
import { bigTables, fillTables } from './fill-tables.ts';
import { recordStatements } from './record.ts';
import { samples } from './samples.ts';

const tenantId = 'tenant-7';

/** Statements that are meant to look at all rows of a table, and why. */
const thorough: Readonly<Record<string, string>> = {
  'verifyAudit: seals': 'an audit checks everything',
};

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly Plans?: readonly PlanNode[];
}

describe('plans as the app\'s role, with row-level security', () => {
  let database: FreshDatabase;
  let owner: pg.Client;
  let app: pg.Client;
  let store: Store;

  beforeAll(async () => {
    database = await freshDatabase();
    owner = new pg.Client({ connectionString: database.ownerUrl });
    await owner.connect();
    await owner.query('alter table audit_log no force row level security');
    await fillTables(owner, 6_000);
    app = new pg.Client({ connectionString: database.appUrl });
    await app.connect();
    await app.query(`set app.tenant = '${tenantId}'`);
    store = openStore({ url: database.appUrl });
    await ensureTenant(store, { tenantId, name: 'Seven', isTest: false });
  });
  afterAll(async () => {
    await store.close();
    await app.end();
    await owner.end();
    await database.drop();
  });

  test.each(samples.filter(({ name }) => !(name in thorough)).map(({ name }) => name))('%s goes by indexes', async (name) => {
    const { run, empty, row } = samples.find((sample) => sample.name === name)!;
    for (const { sql: text, parameters } of await recordStatements(run, empty ? undefined : (row ?? {}))) {
      if (!/^\s*(with|select|insert|update|delete)/i.test(text)) continue;
      const { rows } = await app.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(`explain (format json) ${text}`, [...parameters]);
      expect(scanned(rows[0]!['QUERY PLAN'][0].Plan), text).toEqual([]);
    }
  });

  test('what SQL functions do goes by indexes', async () => {
    const instance = await SampleInstance.start(store, tenantId, keyOfProcess(await deployFiles(store, tenantId, processFile('p'))), { a: 1 });
    const [element, task, subscription] = [instance.newKey(), instance.newKey(), instance.newKey()];
    const turn = instance.draft({ type: 'user task completed', userTaskKey: '5', variables: {} }, {
      facts: [{ type: 'element entered', elementInstanceKey: element, elementId: 'e', elementName: null, elementType: 'USER_TASK', scopeKey: instance.key }, { type: 'element completed', elementInstanceKey: instance.key, elementId: 'p' }, ...instance.variablesSet({ a: 2 })],
      commands: [
        { type: 'open user task', userTaskKey: task, elementInstanceKey: element, elementId: 'e', name: 'n', assignee: null, candidateGroups: ['g'], candidateUsers: [], dueAt: null, followUpAt: null, priority: 50, form: { type: 'form', formId: 'f', binding: { type: 'latest' } }, headers: {} },
        { type: 'close user task', userTaskKey: '5', outcome: 'completed', action: null }, { type: 'open subscription', subscriptionKey: subscription, elementInstanceKey: element, elementId: 'e', messageName: 'm', correlationKey: 'k' },
        { type: 'close subscription', subscriptionKey: '7', outcome: 'canceled' }, { type: 'arm timer', timerKey: element, elementInstanceKey: element, elementId: 'e', dueAt: 1 }, { type: 'disarm timer', timerKey: '8' },
        { type: 'raise incident', incidentKey: element, elementInstanceKey: element, elementId: 'e', incidentType: 'UNKNOWN', message: 'm', jobKey: null }, { type: 'close incident', incidentKey: '9', outcome: 'resolved' },
        { type: 'create job', jobKey: element, elementInstanceKey: element, elementId: 'e', jobType: 't', retries: 1, headers: {} }, { type: 'close job', jobKey: '3', outcome: 'completed', errorCode: null },
        { type: 'publish message', messageKey: element, elementInstanceKey: element, name: 'other', correlationKey: 'k', messageId: 'i', timeToLive: 1000, variables: {} }, { type: 'finish', outcome: { type: 'completed', variables: {} } },
      ],
    });
    await store.inTenant(tenantId, async (tx) => {
      const within: Store = { ...store, call: async (_name, text, values) => (await tx.executeQuery<never>(CompiledQuery.raw(text, [...values]))).rows };
      expect((await projectTurn(within, turn)).kind).toBe('applied');
      await publishMessage(tx, { name: 'm', correlationKey: 'k2', messageId: 'i', timeToLive: 1000, variables: {}, actor: ana });
      const { rows } = await sql<{ relname: string }>`select relname from pg_stat_xact_user_tables where seq_scan > 0 and relname = any(${[...bigTables]})`.execute(tx);
      expect(rows.map((row) => row.relname)).toEqual([]);
    });
  });
});

test('what a turn reads does not grow with what there is, on a connection as old as the database', async () => {
  const database = await freshDatabase();
  const store = openStore({ url: database.appUrl, poolSize: 1 });
  await ensureTenant(store, { tenantId, name: 'Seven', isTest: false });
  const process = keyOfProcess(await deployFiles(store, tenantId, processFile('p')));
  await store.inTenant(tenantId, (tx) => declareFilterable(tx, 'p', ['a']));
  const turnsOf = async (instance: SampleInstance, through: Store) => {
    const [element, task, subscription] = [instance.newKey(), instance.newKey(), instance.newKey()];
    await projectTurn(through, instance.draft({ type: 'timer fired', timerKey: '1' }, {
      step: 1,
      facts: [{ type: 'element entered', elementInstanceKey: element, elementId: 'e', elementName: null, elementType: 'USER_TASK', scopeKey: instance.key }, ...instance.variablesSet({ a: 2, b: 1 })],
      commands: [
        openTask({ userTaskKey: task, elementInstanceKey: element, form: { type: 'form', formId: 'f', binding: { type: 'deployment' } } }), { type: 'arm timer', timerKey: element, elementInstanceKey: element, elementId: 'e', dueAt: 1 },
        { type: 'open subscription', subscriptionKey: subscription, elementInstanceKey: element, elementId: 'e', messageName: 'm', correlationKey: instance.key },
        { type: 'create job', jobKey: element, elementInstanceKey: element, elementId: 'e', jobType: 't', retries: 1, headers: {} },
        { type: 'raise incident', incidentKey: element, elementInstanceKey: element, elementId: 'e', incidentType: 'UNKNOWN', message: 'm', jobKey: null },
      ],
    }));
    await projectTurn(through, instance.draft({ type: 'user task completed', userTaskKey: task, variables: {} }, {
      step: 2,
      facts: [{ type: 'element completed', elementInstanceKey: element, elementId: 'e' }, ...instance.variablesSet({ a: 3 })],
      commands: [
        { type: 'close user task', userTaskKey: task, outcome: 'completed', action: null }, { type: 'disarm timer', timerKey: element }, { type: 'close subscription', subscriptionKey: subscription, outcome: 'canceled' },
        { type: 'close job', jobKey: element, outcome: 'completed', errorCode: null }, { type: 'close incident', incidentKey: element, outcome: 'resolved' },
        { type: 'publish message', messageKey: instance.newKey(), elementInstanceKey: element, name: 'm', correlationKey: instance.key, messageId: 'i', timeToLive: 1000, variables: {} }, { type: 'finish', outcome: { type: 'completed', variables: {} } },
      ],
    }));
  };
  for (let i = 0; i < 250; i++) await turnsOf(await SampleInstance.start(store, tenantId, process, { a: 1 }), store);
  const last = await SampleInstance.start(store, tenantId, process, { a: 1 });
  const rowsRead = (tx: Tx) => sql<{ relname: string; read: string }>`select relname, seq_tup_read + idx_tup_fetch as read from pg_stat_xact_user_tables`.execute(tx);
  const read = await store.inTenant(tenantId, async (tx) => {
    const before = new Map((await rowsRead(tx)).rows.map((row) => [row.relname, Number(row.read)]));
    await turnsOf(last, { ...store, call: async (_name, text, values) => (await tx.executeQuery<never>(CompiledQuery.raw(text, [...values]))).rows });
    return (await rowsRead(tx)).rows.map((row) => ({ table: row.relname, rows: Number(row.read) - (before.get(row.relname) ?? 0) }));
  });
  // A message is found by name and key, for which no plan is sure before PostgreSQL has counted the rows, within their first minute.
  expect(read.filter(({ table, rows }) => rows > 12 && table !== 'messages')).toEqual([]);
  await store.close();
  await database.drop();
});

/** Big tables that a plan goes through from end to end. */
function scanned(node: PlanNode): string[] {
  const own = node['Node Type'] === 'Seq Scan' && (bigTables as readonly string[]).includes(node['Relation Name'] ?? '') ? [node['Relation Name']!] : [];
  return [...own, ...(node.Plans ?? []).flatMap(scanned)];
}
