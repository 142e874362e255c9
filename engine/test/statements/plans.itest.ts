import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureTenant, openStore, publishMessage, type Store } from '../../src/store/index.ts';
import { freshDatabase, type FreshDatabase } from '../fresh-database.ts';
import { ana, deployFiles, keyOfProcess, processFile, SampleInstance } from '../sample-turns.ts';
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
    const { projectTurn } = await import('../../src/store/index.ts');
    await store.inTenant(tenantId, async (tx) => {
      const within: Store = { ...store, call: async (_name, text, values) => (await tx.executeQuery<never>({ sql: text, parameters: values, query: { kind: 'RawNode' } as never, queryId: { queryId: 'q' } })).rows };
      expect((await projectTurn(within, turn)).kind).toBe('applied');
      await publishMessage(tx, { name: 'm', correlationKey: 'k2', messageId: 'i', timeToLive: 1000, variables: {}, actor: ana });
      const { rows } = await sql<{ relname: string }>`select relname from pg_stat_xact_user_tables where seq_scan > 0 and relname = any(${[...bigTables]})`.execute(tx);
      expect(rows.map((row) => row.relname)).toEqual([]);
    });
  });
});

/** Big tables that a plan goes through from end to end. */
function scanned(node: PlanNode): string[] {
  const own = node['Node Type'] === 'Seq Scan' && (bigTables as readonly string[]).includes(node['Relation Name'] ?? '') ? [node['Relation Name']!] : [];
  return [...own, ...(node.Plans ?? []).flatMap(scanned)];
}
