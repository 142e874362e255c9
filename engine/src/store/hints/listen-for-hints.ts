import pg from 'pg';
import type { Store } from '../open-store.ts';
import type { TenantHint } from './hints.ts';
import { HINT_CHANNEL } from './send-hints.ts';

export interface HintListener {
  readonly onHints: (hints: readonly TenantHint[]) => void;
  /** The connection was lost for a while, or has just been made: anything may have happened meanwhile. */
  readonly onGap?: () => void;
  readonly onError?: (error: Error) => void;
}

/** Milliseconds before a lost connection is tried again. */
const RECONNECT_AFTER = 1_000;

/** Listens on a connection of its own, and makes it again whenever it is lost, until stopped. */
export function listenForHints(store: Store, listener: HintListener): { stop(): Promise<void> } {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let client: pg.Client | undefined;

  async function connect(): Promise<void> {
    const current = new pg.Client({ connectionString: store.url, application_name: 'loopwright hints', keepAlive: true });
    client = current;
    current.on('notification', ({ payload }) => {
      if (payload !== undefined) listener.onHints(JSON.parse(payload) as TenantHint[]);
    });
    current.on('error', (error) => listener.onError?.(error));
    current.on('end', retry);
    try {
      await current.connect();
      await current.query(`listen ${HINT_CHANNEL}`);
      listener.onGap?.();
    } catch (error) {
      listener.onError?.(error as Error);
      await current.end().catch(() => undefined);
      retry();
    }
  }

  function retry(): void {
    if (!stopped) timer ??= setTimeout(reconnect, RECONNECT_AFTER);
  }

  function reconnect(): void {
    timer = undefined;
    void connect();
  }

  void connect();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await client?.end().catch(() => undefined);
    },
  };
}
