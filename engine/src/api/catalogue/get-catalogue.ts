import { latestProcesses } from '../../store/index.ts';
import { mustBeAllowed } from '../access/must-be-allowed.ts';
import type { Verb } from '../verb.ts';
import { catalogueEntry } from './catalogue-entry.ts';

/** Who may start nothing at all is told so; others get what they may start. */
export const getCatalogue: Verb<'getCatalogue'> = async ({ store, tenantOf }, { caller }) => {
  mustBeAllowed(caller, 'start', 'process definition');
  const versions = await store.inTenant(caller.tenantId, latestProcesses);
  const startable = versions.filter(({ processDefinitionId }) => caller.ability.can('start', 'process definition', { processId: processDefinitionId }));
  return { items: startable.map((version) => catalogueEntry(tenantOf(caller.tenantId), version)) };
};
