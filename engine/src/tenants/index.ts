/** Tenants: `tenant-config/<tenant>/` read and checked as a whole. */
export { readTenantConfig, readTenants, tellFinding, type ReadTenantConfig } from './read-tenant-config.ts';
export type { ConfigFinding, ConfiguredAccount, Group, TenantConfig } from './tenant-config.ts';
