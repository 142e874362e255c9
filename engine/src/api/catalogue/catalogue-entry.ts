import type { CatalogueEntry } from '../../contract/index.ts';
import type { ProcessVersion } from '../../store/index.ts';
import type { ProcessNames } from '../names-of.ts';

export function catalogueEntry(names: ProcessNames, version: ProcessVersion): CatalogueEntry {
  return {
    processDefinitionKey: version.processDefinitionKey,
    processDefinitionId: version.processDefinitionId,
    version: version.version,
    versionTag: version.versionTag,
    names: names.process(version.processDefinitionId, version.name),
    descriptions: names.description(version.processDefinitionId),
    hasStartForm: version.startForm?.type === 'form',
  };
}
