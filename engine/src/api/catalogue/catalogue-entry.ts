import type { CatalogueEntry } from '../../contract/index.ts';
import type { ProcessVersion } from '../../store/index.ts';
import type { TenantConfig } from '../../tenants/index.ts';
import { namesOf } from '../names-of.ts';

export function catalogueEntry(tenant: TenantConfig | undefined, version: ProcessVersion): CatalogueEntry {
  return {
    processDefinitionKey: version.processDefinitionKey,
    processDefinitionId: version.processDefinitionId,
    version: version.version,
    versionTag: version.versionTag,
    names: namesOf(tenant, version.name ?? version.processDefinitionId),
    descriptions: {},
    hasStartForm: version.startForm?.type === 'form',
  };
}
