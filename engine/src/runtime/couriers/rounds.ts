import { listTenants, type StoredTenant } from '../../store/index.ts';
import type { Backend } from '../client/open-backend.ts';

/** The tenants that a worker looks after. */
export type Tenants = () => Promise<readonly StoredTenant[]>;

export function tenantsOf({ store }: Backend, only: readonly string[] | undefined): Tenants {
  return async () => (await listTenants(store)).filter(({ tenantId }) => only?.includes(tenantId) ?? true);
}

export interface Round {
  /** Waits for the round that is under way, and makes no other. */
  stop(): Promise<void>;
}

/**
 * Does something for every tenant again and again, `every` milliseconds after the last time was over. One tenant's failure is logged and does not
 * keep the others from theirs; what could not be done is done in the next round.
 */
export function startRound({ log }: Backend, name: string, every: number, tenants: Tenants, work: (tenant: StoredTenant) => Promise<unknown>): Round {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;

  async function goRound(): Promise<void> {
    for (const tenant of await tenants()) {
      if (stopped) return;
      await work(tenant).catch((error: unknown) => log.warn({ err: error, tenantId: tenant.tenantId, round: name }, 'could not be done in this round'));
    }
  }

  let current = go();
  async function go(): Promise<void> {
    await goRound().catch((error: unknown) => log.warn({ err: error, round: name }, 'no round could be made'));
    if (!stopped) timer = setTimeout(() => (current = go()), every);
  }

  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await current;
    },
  };
}
