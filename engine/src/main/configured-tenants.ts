import { readTenants, tellFinding, type TenantConfig } from '../tenants/index.ts';
import type { Settings } from './settings.ts';

/** The tenants of the configuration folder; demo tenants only where they are wanted. @throws with every finding when one of them is wrong. */
export async function configuredTenants({ tenantsFolder, demo }: Settings): Promise<readonly TenantConfig[]> {
  const tenants = await readTenants(tenantsFolder);
  const findings = tenants.flatMap(({ id, read }) => (read.findings ?? []).map((finding) => tellFinding(id, finding)));
  if (findings.length > 0) throw new Error(`the configuration in ${tenantsFolder} can't be used:\n${findings.join('\n')}`);
  return tenants.flatMap(({ read }) => (read.config && (demo || !read.config.isDemo) ? [read.config] : []));
}
