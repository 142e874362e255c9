import { hashPassword } from '../api/index.ts';
import { ensureTenant, findAccount, saveAccount, type Actor, type Store } from '../store/index.ts';
import type { TenantConfig } from '../tenants/index.ts';

const system: Actor = { type: 'system', id: 'loopwright', name: 'Loopwright' };

/** Makes tenants and their accounts known to the database, and brings what was changed in the configuration up to date. */
export async function bringTenants(store: Store, tenants: readonly TenantConfig[], now: number): Promise<void> {
  for (const tenant of tenants) {
    await ensureTenant(store, { tenantId: tenant.id, name: tenant.name, isTest: tenant.isTest });
    for (const account of tenant.accounts) await bringAccount(store, tenant, account, now);
  }
}

/** In a demo tenant the first password is the account's id; elsewhere an account has none until somebody sets one. */
async function bringAccount(store: Store, tenant: TenantConfig, account: TenantConfig['accounts'][number], now: number): Promise<void> {
  const known = await store.inTenant(tenant.id, (tx) => findAccount(tx, account.id));
  const passwordHash = tenant.isDemo && (known?.passwordHash ?? null) === null ? await hashPassword(account.id, { isPublic: true }) : undefined;
  const saved = {
    userId: account.id,
    name: account.name,
    email: account.email,
    ...(account.language !== null && known === undefined && { locale: account.language }),
    ...(passwordHash !== undefined && { passwordHash }),
    groups: account.groups,
    roles: account.roles,
  };
  await store.inTenant(tenant.id, (tx) => saveAccount(tx, saved, system, now));
}
