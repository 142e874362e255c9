export type { Database, Key } from './database.ts';
export { openStore } from './open-store.ts';
export type { Store, StoreOptions, Tx } from './open-store.ts';
export { migrate } from './migrate.ts';
export type { MigrateOptions } from './migrate.ts';
export { assertSafeRole, UnsafeRoleError } from './assert-safe-role.ts';
