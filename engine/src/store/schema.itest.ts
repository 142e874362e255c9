import pg from 'pg';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { freshTenant, type TestStore } from '../../test/fresh-store.ts';
import { assertSafeRole, ensureTenant, listTenants, migrate, openStore, UnsafeRoleError } from './index.ts';

const outsideTenants = ['schema_migrations'];

describe('schema', () => {
  let owner: pg.Client;
  let mine: TestStore;

  beforeAll(async () => {
    owner = new pg.Client({ connectionString: inject('databaseOwnerUrl') });
    await owner.connect();
    mine = await freshTenant();
  });
  afterAll(async () => {
    await mine.close();
    await owner.end();
  });

  test('every table has tenant_id and a forced policy by it', async () => {
    const { rows } = await owner.query(`select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced,
        exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and a.attnotnull) as tenanted,
        (select string_agg(pg_get_expr(p.polqual, p.polrelid) || ' / ' || pg_get_expr(p.polwithcheck, p.polrelid), '; ') from pg_policy p where p.polrelid = c.oid and p.polcmd = '*') as policy
      from pg_class c where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace`);
    const policy = "(tenant_id = current_setting('app.tenant'::text, true)) / (tenant_id = current_setting('app.tenant'::text, true))";
    const bad = rows.filter((row) => !outsideTenants.includes(row.name) && !(row.forced && row.tenanted && row.policy === policy));
    expect(rows.length).toBeGreaterThan(30);
    expect(bad).toEqual([]);
  });

  test('columns are of types whose operators are leakproof, texts in C order', async () => {
    const { rows } = await owner.query(`select c.relname || '.' || a.attname as column, format_type(a.atttypid, a.atttypmod) as type, l.collname as collation
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 left join pg_collation l on l.oid = a.attcollation
      where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace and c.relname <> all($1)`, [outsideTenants]);
    const allowed = ['text', 'text[]', 'bigint', 'integer', 'boolean', 'timestamp(3) with time zone', 'bytea'];
    expect(rows.filter((row) => !allowed.includes(row.type) || (row.type.startsWith('text') && row.collation !== 'C'))).toEqual([]);
  });

  test('the types in database.ts are the columns there are', async () => {
    const { rows } = await owner.query(`select c.relname as table, array_agg(a.attname::text order by a.attname) as columns from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace and c.relname <> all($1) group by c.relname`, [outsideTenants]);
    const source = readFileSync(new URL('./database.ts', import.meta.url), 'utf8');
    const typed = new Map<string, string[]>();
    for (const [, table, name] of source.matchAll(/^ {2}(\w+): (\w+Table);$/gm)) {
      const body = new RegExp(`interface ${name} \\{\\n([^}]*)\\}`).exec(source)![1]!;
      typed.set(table!, [...body.matchAll(/^ {2}(\w+):/gm)].map((match) => match[1]!).toSorted());
    }
    expect(Object.fromEntries(typed)).toEqual(Object.fromEntries(rows.map((row) => [row.table, row.columns])));
  });

  test('a tenant sees its own rows only, and no tenant means no rows', async () => {
    const other = await freshTenant();
    expect(await mine.store.inTenant(mine.tenantId, (tx) => tx.selectFrom('tenants').select('tenant_id').execute())).toEqual([{ tenant_id: mine.tenantId }]);
    expect(await mine.store.call('count tenants', 'select * from tenants', [])).toEqual([]);
    await expect(mine.store.inTenant(mine.tenantId, (tx) => tx.insertInto('tenants').values({ tenant_id: 'elsewhere', name: 'x' }).execute())).rejects.toThrow('row-level security');
    expect((await listTenants(mine.store)).map((tenant) => tenant.tenantId)).toEqual(expect.arrayContaining([mine.tenantId, other.tenantId]));
    await expect(mine.store.inTenant('*', (tx) => tx.insertInto('tenants').values({ tenant_id: 'elsewhere', name: 'x' }).execute())).rejects.toThrow('row-level security');
    await other.close();
  });

  test('a name that is no tenant id never reaches the database', async () => {
    await expect(mine.store.inTenant("x'; drop table audit_log; --", () => Promise.resolve(1))).rejects.toThrow('not a tenant id');
  });

  test('the app may not change what is append-only', async () => {
    for (const table of ['audit_log', 'seals', 'step_log', 'definition_contents']) {
      await expect(mine.store.inTenant(mine.tenantId, (tx) => tx.deleteFrom(table as 'audit_log').execute())).rejects.toThrow('permission denied');
      await expect(mine.store.inTenant(mine.tenantId, (tx) => tx.updateTable(table as 'audit_log').set({ tenant_id: 'x' }).execute())).rejects.toThrow('permission denied');
    }
  });

  test('not even the owner changes the audit log in passing: a trigger stands before it', async () => {
    await expect(owner.query("update audit_log set reason = 'x'")).rejects.toThrow('append-only');
    await expect(owner.query('delete from audit_log')).rejects.toThrow('append-only');
    await expect(owner.query('truncate seals')).rejects.toThrow('append-only');
  });

  test('start refuses a role that could look past the policies or rewrite the audit log', async () => {
    await assertSafeRole(mine.store);
    const asOwner = openStore({ url: inject('databaseOwnerUrl') });
    const refusal = await assertSafeRole(asOwner).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(UnsafeRoleError);
    expect((refusal as UnsafeRoleError).reasons).toEqual(expect.arrayContaining(['owns tables of this schema', 'may update the audit log', 'may delete from the audit log']));
    await asOwner.close();
  });

  test('migrating again changes nothing', async () => {
    expect(await migrate({ ownerUrl: inject('databaseOwnerUrl'), appRole: new URL(inject('databaseUrl')).username })).toEqual([]);
  });

  test('a transaction that fails leaves nothing behind and its connection usable', async () => {
    await expect(
      mine.store.inTenant(mine.tenantId, async (tx) => {
        await tx.insertInto('filterable_variables').values({ tenant_id: mine.tenantId, process_definition_id: 'p', name: 'n' }).execute();
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    expect(await mine.store.inTenant(mine.tenantId, (tx) => tx.selectFrom('filterable_variables').selectAll().execute())).toEqual([]);
  });

  test('a failed statement can not be swallowed: the transaction says so at its end', async () => {
    await expect(mine.store.inTenant(mine.tenantId, (tx) => tx.selectFrom('nothing' as 'tenants').selectAll().execute().catch(() => 'fine'))).rejects.toThrow('rolled back');
  });

  test('whether a tenant is a test tenant is decided once', async () => {
    await ensureTenant(mine.store, { tenantId: mine.tenantId, name: 'New name', isTest: true });
    expect((await listTenants(mine.store)).find((tenant) => tenant.tenantId === mine.tenantId)).toEqual({ tenantId: mine.tenantId, name: 'New name', isTest: false });
  });
});
