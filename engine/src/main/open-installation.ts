import { join } from 'node:path';
import type { Logger } from 'pino';
import type { RuntimeClientOptions } from '../runtime/index.ts';
import { assertSafeRole, openStore, type Store } from '../store/index.ts';
import type { TenantConfig } from '../tenants/index.ts';
import { configuredTenants } from './configured-tenants.ts';
import type { Settings } from './settings.ts';

/** What API and worker of one installation work with: the same database, Temporal, keys and tenants. */
export interface Installation extends Pick<RuntimeClientOptions, 'store' | 'temporal' | 'settingsOf'> {
  readonly store: Store;
  readonly tenants: readonly TenantConfig[];
}

/** @throws when DATABASE_URL or TEMPORAL_ADDRESS is missing, the database role could read or change more than it may, or the tenants' configuration is wrong. */
export async function openInstallation(settings: Settings, log: Logger): Promise<Installation> {
  const [url, address] = [given('DATABASE_URL'), given('TEMPORAL_ADDRESS')];
  const tenants = await configuredTenants(settings);
  const store = openStore({ url, onError: (error) => log.warn({ err: error }, 'a database connection was lost') });
  await assertSafeRole(store);
  return {
    store,
    tenants,
    temporal: { address, namespace: process.env['TEMPORAL_NAMESPACE'] ?? 'default', keyFile: join(settings.keysFolder, 'payload-keys.json') },
    settingsOf: (tenantId) => {
      const tenant = tenants.find(({ id }) => id === tenantId);
      if (!tenant) throw new Error(`tenant ${tenantId} is not configured in ${settings.tenantsFolder}`);
      return { zone: tenant.zone, calendars: tenant.calendars };
    },
  };
}

function given(variable: string): string {
  const value = process.env[variable];
  if (!value) throw new Error(`${variable} is not set: \`loopwright start\` sets it for the servers that it brings up`);
  return value;
}
