import type { PasswordSignIn } from './access/password-sign-in.ts';
import type { FormChecker } from '../forms/server.ts';
import type { RuntimeClient } from '../runtime/index.ts';
import type { contentCache, Store } from '../store/index.ts';
import type { TenantConfig } from '../tenants/index.ts';
import type { Log } from './http/log.ts';
import type { LiveHints } from './live/live-hints.ts';

/** What `startApi` is given. */
export interface Backends {
  readonly store: Store;
  readonly runtime: RuntimeClient;
  /** The configuration in force. */
  readonly tenantOf: (tenantId: string) => TenantConfig | undefined;
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
  readonly forms: FormChecker;
  readonly live: LiveHints;
  readonly contents: Contents;
}

/** Texts of definitions by hash, from a cache. */
export type Contents = ReturnType<typeof contentCache>;

/** Under which the services are injected. */
export const SERVICES = Symbol('services');
