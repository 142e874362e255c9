import { listenForHints, type Hint, type Store } from '../../store/index.ts';
import type { Log } from '../http/log.ts';

/** Told of hints of its tenant, or, with null, that anything may have happened. */
export type Watcher = (hint: Hint | null) => void;

/** The store's hints, handed to whoever waits in this server for something of their tenant to change. One connection for all. */
export class LiveHints {
  private readonly watchers = new Map<string, Set<Watcher>>();
  private readonly listening: { stop(): Promise<void> };
  private readonly ending = new AbortController();
  /** Aborts when the server stops: whoever waits is to answer at once. */
  readonly stopping: AbortSignal = this.ending.signal;

  constructor(store: Store, log: Log) {
    this.listening = listenForHints(store, {
      onHints: (hints) => {
        for (const { tenantId, hint } of hints) this.tell(tenantId, hint);
      },
      onGap: () => {
        for (const tenantId of this.watchers.keys()) this.tell(tenantId, null);
      },
      onError: (error) => log.warn({ err: error }, 'live updates: the connection to the database was lost'),
    });
  }

  /** @returns how to stop watching. */
  watch(tenantId: string, watcher: Watcher): () => void {
    const watchers = this.watchers.get(tenantId) ?? new Set();
    this.watchers.set(tenantId, watchers.add(watcher));
    return () => {
      watchers.delete(watcher);
      if (watchers.size === 0 && this.watchers.get(tenantId) === watchers) this.watchers.delete(tenantId);
    };
  }

  /** Resolves at the first hint that fits, after `milliseconds`, or when `signal` aborts. */
  next(tenantId: string, fits: (hint: Hint) => boolean, milliseconds: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const finish = (): void => {
        stop();
        clearTimeout(timer);
        signal.removeEventListener('abort', finish);
        resolve();
      };
      const stop = this.watch(tenantId, (hint) => {
        if (hint === null || fits(hint)) finish();
      });
      const timer = setTimeout(finish, milliseconds);
      signal.addEventListener('abort', finish);
      if (signal.aborted) finish();
    });
  }

  stop(): Promise<void> {
    this.ending.abort();
    return this.listening.stop();
  }

  private tell(tenantId: string, hint: Hint | null): void {
    for (const watcher of this.watchers.get(tenantId) ?? []) watcher(hint);
  }
}
