import type { Store, Tx } from '../open-store.ts';

export interface StoredTenant {
  readonly tenantId: string;
  readonly name: string;
  /** Has a clock of its own that may be set; its timers wait on that. */
  readonly isTest: boolean;
}

/** All tenants: the only thing that is seen across them. For whoever does a round in each. */
export async function listTenants(store: Store): Promise<StoredTenant[]> {
  return store.inTenant('*', (tx) => tx.selectFrom('tenants').select(['tenant_id as tenantId', 'name', 'is_test as isTest']).orderBy('tenant_id').execute());
}

export async function findTenant(store: Store, tenantId: string): Promise<StoredTenant | undefined> {
  return store.inTenant(tenantId, (tx) => tx.selectFrom('tenants').select(['tenant_id as tenantId', 'name', 'is_test as isTest']).executeTakeFirst());
}

/** Makes the tenant known, or brings its name up to date. Whether it is a test tenant is decided once. */
export async function ensureTenant(store: Store, tenant: StoredTenant): Promise<void> {
  await store.inTenant(tenant.tenantId, (tx: Tx) =>
    tx.insertInto('tenants').values({ tenant_id: tenant.tenantId, name: tenant.name, is_test: tenant.isTest })
      .onConflict((conflict) => conflict.column('tenant_id').doUpdateSet({ name: tenant.name })).execute());
}
