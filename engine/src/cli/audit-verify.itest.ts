import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../test/fresh-database.ts';
import { appendAudit, ensureTenant, openSealKey, openStore, sealStreams, type Store } from '../store/index.ts';
import { run } from './index.ts';

let database: FreshDatabase;
let store: Store;
let keys: string;
const out: string[] = [];

beforeEach(async () => {
  out.length = 0;
  vi.spyOn(console, 'log').mockImplementation((line: string) => void out.push(line));
  vi.spyOn(console, 'error').mockImplementation((line: string) => void out.push(line));
  database = await freshDatabase();
  keys = mkdtempSync(join(tmpdir(), 'loopwright-keys-'));
  vi.stubEnv('DATABASE_URL', database.appUrl);
  vi.stubEnv('LOOPWRIGHT_KEYS', keys);
  store = openStore({ url: database.appUrl });
  await ensureTenant(store, { tenantId: 'acme', name: 'Acme', isTest: false });
  for (const name of ['first', 'second', 'third']) {
    await store.inTenant('acme', (tx) =>
      appendAudit(tx, { stream: 'user/ada', actor: { type: 'user', id: 'ada', name: 'Ada' }, at: 1_770_000_000_000 }, [
        { category: 'ADMIN', entity_type: 'USER', entity_key: 'ada', operation_type: 'UPDATE', entity_description: name },
      ]),
    );
  }
  await sealStreams(store, 'acme', openSealKey(keys), keys);
});

afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await store.close();
  await database.drop();
  rmSync(keys, { recursive: true });
});

async function asOwner(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  await client.query('set session_replication_role = replica');
  await client.query(statement).finally(() => client.end());
}

it('finds nothing in a trail that nobody has touched', async () => {
  expect(await run(['audit', 'verify'])).toBe(0);
  expect(out.join('\n')).toContain('acme: 3 rows in 1 chains, 1 seals\n  all as it was written');
});

it('names the row that was altered, and fails', async () => {
  await asOwner(`update audit_log set entity_description = 'forged' where entity_description = 'second'`);
  expect(await run(['audit', 'verify', '--tenant', 'acme'])).toBe(1);
  expect(out.join('\n')).toMatch(/ALTERED {2}row \d+ at position 2 of user\/ada/);
});

it('names a tail that was cut, though nothing in what is left says so', async () => {
  await asOwner(`delete from audit_log where entity_description = 'third'`);
  expect(await run(['audit', 'verify', '--json'])).toBe(1);
  expect(JSON.parse(out.join('\n'))[0].findings[0]).toMatchObject({ kind: 'cut tail', stream: 'user/ada', position: '3' });
});

it('knows no other tenant', async () => {
  expect(await run(['audit', 'verify', '--tenant', 'nobody'])).toBe(2);
  expect(out.join('\n')).toContain('There is no tenant nobody; there is acme.');
});
