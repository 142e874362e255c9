import type { Names } from '../contract/index.ts';
import type { BusinessCalendar } from '../kernel/calendar/index.ts';
import type { Role } from '../policy/index.ts';

/** A tenant as its folder under `tenant-config/` says. */
export interface TenantConfig {
  /** Name of the folder. */
  readonly id: string;
  readonly name: string;
  /** IANA name; zone of `now()`, `today()` and of what people are shown. */
  readonly zone: string;
  /** The first is the default. */
  readonly languages: readonly string[];
  /** Its accounts have their id for a password; never outside a demonstration. */
  readonly isDemo: boolean;
  /** Its clock can be set, and its timers wait on that clock. */
  readonly isTest: boolean;
  /** The default calendar first. */
  readonly calendars: readonly BusinessCalendar[];
  readonly roles: readonly Role[];
  readonly groups: readonly Group[];
  readonly accounts: readonly ConfiguredAccount[];
}

/** Candidates for user tasks. Who is in a group has its roles. */
export interface Group {
  readonly id: string;
  readonly names: Names;
  readonly roles: readonly string[];
}

export interface ConfiguredAccount {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly language: string | null;
  readonly groups: readonly string[];
  /** Its own and those of its groups. */
  readonly roles: readonly string[];
  /** What rules may name as `my.attributes.<name>`. */
  readonly attributes: Readonly<Record<string, readonly string[]>>;
}

/** What is wrong in a file of the configuration, in plain words. */
export interface ConfigFinding {
  /** Relative to the tenant's folder. */
  readonly file: string;
  /** Where in the file: `accounts[2].groups[0]`; empty for the file as a whole. */
  readonly path: string;
  /** From 1. */
  readonly line: number;
  readonly message: string;
}
