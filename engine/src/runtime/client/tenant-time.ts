import { tenantNow } from '../../store/index.ts';
import type { Backend } from './open-backend.ts';

/** The time to put on an event, epoch milliseconds. Only test tenants have one of their own; elsewhere the workflow's clock counts. */
export async function tenantTime({ store, tenantRuntime }: Backend, tenantId: string): Promise<number> {
  const { isTest } = await tenantRuntime(tenantId);
  return isTest ? store.inTenant(tenantId, tenantNow) : Date.now();
}
