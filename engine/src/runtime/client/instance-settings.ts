import { findTenant, keepContent, contentHash, type Store } from '../../store/index.ts';
import type { InstanceSettings } from '../protocol.ts';

/** What an instance of a tenant is started with. */
export interface TenantRuntime {
  /** Its timers wait on a clock of its own. */
  readonly isTest: boolean;
  /** Definition that holds the settings. */
  readonly settingsHash: string;
}

/** Zone and calendars of a tenant as it is configured now. */
export type SettingsOf = (tenantId: string) => InstanceSettings;

/** Finds what a tenant's instances are started with, and sees to it that the settings stand in the store under their hash. */
export function tenantRuntimes(store: Store, settingsOf: SettingsOf): (tenantId: string) => Promise<TenantRuntime> {
  const kept = new Set<string>();
  const tests = new Map<string, boolean>();

  return async (tenantId) => {
    const { zone, calendars } = settingsOf(tenantId);
    const content = JSON.stringify({ zone, calendars });
    const settingsHash = contentHash(content);
    const name = `${tenantId} ${settingsHash}`;
    if (!kept.has(name)) {
      await store.inTenant(tenantId, (tx) => keepContent(tx, 'instance settings', content));
      kept.add(name);
    }
    let isTest = tests.get(tenantId);
    if (isTest === undefined) tests.set(tenantId, (isTest = (await findTenant(store, tenantId))?.isTest ?? false));
    return { isTest, settingsHash };
  };
}
