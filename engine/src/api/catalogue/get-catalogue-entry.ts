import { notFound } from '../http/problem.ts';
import { chooseDefinition, findStartForm } from '../process-instances/choose-definition.ts';
import type { Verb } from '../verb.ts';
import { namesOfProcess } from '../names-of.ts';
import { catalogueEntry } from './catalogue-entry.ts';

export const getCatalogueEntry: Verb<'getCatalogueEntry'> = async ({ store }, { caller, params: { processDefinitionId } }) => {
  if (!caller.ability.can('start', 'process definition', { processId: processDefinitionId })) throw notFound('process definition', processDefinitionId);
  return store.inTenant(caller.tenantId, async (tx) => {
    const version = await chooseDefinition(tx, { processDefinitionId, processDefinitionVersion: -1 });
    return { ...catalogueEntry(await namesOfProcess(tx, version.processDefinitionKey), version), form: await findStartForm(tx, version) };
  });
};
