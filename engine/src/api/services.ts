import type { Role } from '../policy/index.ts';
import type { PasswordSignIn } from './access/password-sign-in.ts';
import type { Store } from '../store/index.ts';
import type { Log } from './http/log.ts';

/** A tenant as its configuration says. */
export interface Tenant {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** Attributes that access rules may name, by user. */
  readonly attributesOf: (userId: string) => Readonly<Record<string, readonly string[]>>;
  /** Has accounts whose password is their name; shown on the sign-in page. */
  readonly isDemo: boolean;
}

/** What `startApi` is given. */
export interface Backends {
  readonly store: Store;
  readonly tenantOf: (tenantId: string) => Tenant | undefined;
  readonly log: Log;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly settings: Settings;
}

export interface Settings {
  /** The tenant of whoever names none when signing in. */
  readonly defaultTenantId: string;
  readonly version: string;
  /** HTTP Basic is taken. */
  readonly basicAuth: boolean;
  /** Cookies are sent back over HTTPS only. */
  readonly secureCookies: boolean;
  /** Said in the topology, such as that all runs on one machine. */
  readonly notice: string | null;
}

/** What the verbs work with. */
export interface Services extends Backends {
  readonly passwords: PasswordSignIn;
}

/** Under which the services are injected. */
export const SERVICES = Symbol('services');
