import { latestProcesses } from '../../store/index.ts';
import type { Verb } from '../verb.ts';
import { namesOfProcesses } from '../names-of.ts';
import { catalogueEntry } from './catalogue-entry.ts';

/** What the caller may start; nothing, for some. */
export const getCatalogue: Verb<'getCatalogue'> = async ({ store }, { caller }) => {
  const mayStart = (processId: string): boolean => caller.ability.can('start', 'process definition', { processId });
  return store.inTenant(caller.tenantId, async (tx) => {
    const startable = (await latestProcesses(tx)).filter(({ processDefinitionId }) => mayStart(processDefinitionId));
    const names = await namesOfProcesses(tx, startable);
    return { items: startable.map((version) => catalogueEntry(names(version.processDefinitionKey), version)) };
  });
};
