import { settleRequests, type Store } from '../../store/index.ts';
import type { Log } from '../log.ts';

/** Notes which requests Temporal has recorded as well, and writes that down in few statements. A note that is lost costs one more sending. */
export interface Settlements {
  note(tenantId: string, requestId: string): void;
  flush(): Promise<void>;
}

/** Milliseconds for which notes are gathered. */
const GATHERED = 250;

export function gatherSettlements(store: Store, log: Log): Settlements {
  let noted = new Map<string, string[]>();
  let timer: NodeJS.Timeout | undefined;

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const flushed = noted;
    noted = new Map();
    for (const [tenantId, requestIds] of flushed) {
      await store
        .inTenant(tenantId, (tx) => settleRequests(tx, requestIds))
        .catch((error: unknown) => log.warn({ err: error, tenantId, requests: requestIds.length }, 'requests could not be settled; they are sent once more'));
    }
  }

  return {
    note(tenantId, requestId) {
      const requestIds = noted.get(tenantId);
      if (requestIds) requestIds.push(requestId);
      else noted.set(tenantId, [requestId]);
      timer ??= setTimeout(() => void flush(), GATHERED);
    },
    flush,
  };
}
