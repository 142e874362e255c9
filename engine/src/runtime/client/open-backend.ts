import type { Store } from '../../store/index.ts';
import type { Log } from '../log.ts';
import { connectTemporal, type Temporal, type TemporalOptions } from './connect-temporal.ts';
import { tenantRuntimes, type SettingsOf, type TenantRuntime } from './instance-settings.ts';
import { gatherSettlements, type Settlements } from './settlements.ts';

/** What client and couriers work with. */
export interface Backend {
  readonly store: Store;
  readonly temporal: Temporal;
  readonly log: Log;
  readonly settlements: Settlements;
  readonly tenantRuntime: (tenantId: string) => Promise<TenantRuntime>;
  readonly trial: TrialOptions;
  close(): Promise<void>;
}

export interface BackendOptions {
  readonly store: Store;
  readonly temporal: TemporalOptions;
  readonly log: Log;
  /** Zone and calendars that a tenant's new instances are pinned to. */
  readonly settingsOf: SettingsOf;
  readonly trial?: TrialOptions;
}

/** What only tests set. */
export interface TrialOptions {
  /** Instances continue as new after so many turns. */
  readonly continueAfter?: number;
  /** Milliseconds after which Temporal takes a worker that works on an instance for dead. */
  readonly workflowTaskTimeout?: number;
}

export function openBackend({ store, temporal: options, log, settingsOf, trial = {} }: BackendOptions): Backend {
  const temporal = connectTemporal(store, options);
  const settlements = gatherSettlements(store, log);
  return {
    store, temporal, log, settlements, trial,
    tenantRuntime: tenantRuntimes(store, settingsOf),
    async close() {
      await settlements.flush();
      await temporal.close();
    },
  };
}
