import type { Store } from '../../store/index.ts';
import type { Log } from '../log.ts';
import type { Temporal } from './connect-temporal.ts';
import type { TenantRuntime } from './instance-settings.ts';

/** What client and couriers work with. */
export interface Backend {
  readonly store: Store;
  readonly temporal: Temporal;
  readonly log: Log;
  readonly tenantRuntime: (tenantId: string) => Promise<TenantRuntime>;
}
