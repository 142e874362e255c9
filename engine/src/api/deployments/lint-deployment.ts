import type { ResourceFinding } from '../../contract/index.ts';
import type { Caller } from '../access/caller.ts';
import { mustBeAllowed } from '../access/must-be-allowed.ts';
import { inTenantOf } from '../http/in-tenant-of.ts';
import type { Services } from '../services.ts';
import { checkUpload } from './check-upload.ts';
import type { Upload } from './read-upload.ts';

/** What a deployment would say. Stores nothing. */
export async function lintDeployment(services: Services, { caller, upload }: { readonly caller: Caller; readonly upload: Upload }): Promise<{ deployable: boolean; findings: ResourceFinding[] }> {
  mustBeAllowed(caller, 'deploy', 'deployment');
  inTenantOf(caller, { tenantId: upload.tenantId });
  const { findings, deployable } = await checkUpload(services, caller, upload.files, (read) => services.store.inTenant(caller.tenantId, read));
  return { deployable, findings: [...findings] };
}
