import { tenantNow } from '../store/index.ts';
import type { Services } from './services.ts';

/** The time that counts in a tenant, epoch milliseconds: a test tenant has a clock of its own. */
export async function tenantTime({ store, tenantOf, now }: Pick<Services, 'store' | 'tenantOf' | 'now'>, tenantId: string): Promise<number> {
  return tenantOf(tenantId)?.isTest ? store.inTenant(tenantId, tenantNow) : now();
}
