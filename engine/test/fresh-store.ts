import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { ensureTenant, openStore, type Store } from '../src/store/index.ts';

export interface TestStore {
  readonly store: Store;
  readonly tenantId: string;
  close(): Promise<void>;
}

/** A new tenant in the database that all tests share, seen as the app's role. */
export async function freshTenant({ isTest = false }: { isTest?: boolean } = {}): Promise<TestStore> {
  const store = openStore({ url: inject('databaseUrl'), poolSize: 6 });
  const tenantId = `t-${randomBytes(6).toString('hex')}`;
  await ensureTenant(store, { tenantId, name: tenantId, isTest });
  return { store, tenantId, close: () => store.close() };
}
