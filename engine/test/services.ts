import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { APP_ROLE, openStateFolder, startPostgres, startTemporal } from '../src/services/index.ts';
import { migrate } from '../src/store/index.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The owner's URL of a migrated database that all tests share, a tenant each. */
    databaseOwnerUrl: string;
    /** The app's role on the same database. */
    databaseUrl: string;
    /** `host:port` of a Temporal dev server that all tests share, a task queue each. */
    temporalAddress: string;
  }
}

/** A migrated database nobody connects to, from which `freshDatabase` copies. */
export const TEMPLATE = 'loopwright_template';

/** One PostgreSQL and one Temporal server for the whole run; both are gone with all they wrote when it ends. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  for (const name of ['DATABASE_URL', 'DATABASE_MIGRATION_URL', 'TEMPORAL_ADDRESS']) delete process.env[name];
  const folder = mkdtempSync(join(tmpdir(), 'loopwright-test-'));
  chmodSync(folder, 0o755);
  const state = openStateFolder(folder);
  const say = (line: string): void => console.log(line);
  const temporal = await startTemporal({ state, say, durable: false });
  const postgres = await startPostgres({ state, say, durable: false });
  await migrate({ ownerUrl: postgres.ownerUrl, appRole: APP_ROLE, ...(postgres.appPassword === null ? {} : { appPassword: postgres.appPassword }) });
  await asOwner(postgres.ownerUrl, `create database ${TEMPLATE} template ${new URL(postgres.ownerUrl).pathname.slice(1)}`);
  project.provide('databaseOwnerUrl', postgres.ownerUrl);
  project.provide('databaseUrl', postgres.appUrl);
  project.provide('temporalAddress', temporal.address);
  return async () => {
    await Promise.all([postgres.own?.server.stop(), temporal.own?.server.stop()]);
    const data = state.read().postgres?.folder;
    if (data) rmSync(data, { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  };
}

async function asOwner(ownerUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseOf(ownerUrl, 'postgres') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

const databaseOf = (url: string, database: string): string => Object.assign(new URL(url), { pathname: `/${database}` }).href;
