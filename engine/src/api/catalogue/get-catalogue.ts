import { latestProcesses } from '../../store/index.ts';
import { mustBeAllowed } from '../access/must-be-allowed.ts';
import type { Verb } from '../verb.ts';
import { namesOfProcesses } from '../names-of.ts';
import { catalogueEntry } from './catalogue-entry.ts';

/** Who may start nothing at all is told so; others get what they may start. */
export const getCatalogue: Verb<'getCatalogue'> = async ({ store }, { caller }) => {
  mustBeAllowed(caller, 'start', 'process definition');
  return store.inTenant(caller.tenantId, async (tx) => {
    const versions = await latestProcesses(tx);
    const startable = versions.filter(({ processDefinitionId }) => caller.ability.can('start', 'process definition', { processId: processDefinitionId }));
    const names = await namesOfProcesses(tx, startable);
    return { items: startable.map((version) => catalogueEntry(names(version.processDefinitionKey), version)) };
  });
};
