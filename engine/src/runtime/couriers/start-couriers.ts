import { dropExpiredMessages, forgetOldRequests, lapseReservations, listenForHints, sealStreams, tenantNow, type SealKey } from '../../store/index.ts';
import type { Backend } from '../client/open-backend.ts';
import { fireDueTimers } from '../client/set-clock.ts';
import { emptyOutbox } from './empty-outbox.ts';
import { perTenant } from './per-tenant.ts';
import { recoverLostInstances } from './recover-lost-instances.ts';
import { resendRequests } from './resend-requests.ts';
import { startRound, tenantsOf } from './rounds.ts';

export interface CourierOptions {
  /** Tenants to look after; all when absent. */
  readonly tenants?: readonly string[] | undefined;
  /** Seals the audit streams each second, and writes the last seal into the folder. */
  readonly seal?: { readonly key: SealKey; readonly folder: string } | undefined;
  /** Milliseconds after which a request without an answer is sent again. */
  readonly resendAfter?: number | undefined;
}

export interface Couriers {
  /** Takes nothing new, finishes what is at hand. */
  stop(): Promise<void>;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/**
 * Does what the database says is to be done elsewhere: delivers messages, starts instances, sends requests again, fires timers of test tenants,
 * seals the audit trail. Any number of workers may do so at once; hints make it quick, rounds make it sure.
 */
export function startCouriers(backend: Backend, options: CourierOptions = {}): Couriers {
  const { store, log } = backend;
  const { seal, resendAfter = 30 * SECOND } = options;
  const tenants = tenantsOf(backend, options.tenants);
  const isMine = (tenantId: string): boolean => options.tenants?.includes(tenantId) ?? true;
  const outbox = perTenant((tenantId) => emptyOutbox(backend, tenantId).catch((error: unknown) => log.warn({ err: error, tenantId }, 'the outbox could not be emptied')));
  const started = new Set<string>();

  const listener = listenForHints(store, {
    onHints: (hints) => {
      for (const { tenantId, hint } of hints) if (hint.type === 'outbox' && isMine(tenantId)) outbox.run(tenantId);
    },
    onError: (error) => log.warn({ err: error }, 'hints are not heard for a while'),
  });
  const rounds = [
    startRound(backend, 'outbox', 5 * SECOND, tenants, async ({ tenantId }) => outbox.run(tenantId)),
    startRound(backend, 'requests', Math.min(resendAfter, 10 * SECOND), tenants, async ({ tenantId }) => {
      const isFirst = !started.has(tenantId);
      await resendRequests(backend, tenantId, isFirst ? 0 : resendAfter);
      started.add(tenantId);
    }),
    startRound(backend, 'test clocks', SECOND, tenants, async ({ tenantId, isTest }) => {
      if (isTest) await fireDueTimers(backend, tenantId, await store.inTenant(tenantId, tenantNow));
    }),
    startRound(backend, 'lost instances', 5 * MINUTE, tenants, ({ tenantId }) => recoverLostInstances(backend, tenantId)),
    startRound(backend, 'cleaning', MINUTE, tenants, ({ tenantId }) =>
      store.inTenant(tenantId, async (tx) => {
        await lapseReservations(tx);
        await dropExpiredMessages(tx);
        await forgetOldRequests(tx);
      })),
    ...(seal ? [startRound(backend, 'seals', SECOND, tenants, ({ tenantId }) => sealStreams(store, tenantId, seal.key, seal.folder))] : []),
  ];

  return {
    async stop() {
      await Promise.all([listener.stop(), ...rounds.map((round) => round.stop())]);
      await outbox.settled();
    },
  };
}
