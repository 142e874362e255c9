import { findProcessDefinition, findResource } from '../../store/index.ts';
import { found } from '../access/found.ts';
import { listVisibility } from '../access/must-be-allowed.ts';
import type { Verb } from '../verb.ts';

export const getProcessDefinitionXml: Verb<'getProcessDefinitionXml'> = ({ store }, { caller, params: { processDefinitionKey } }) => {
  const visible = listVisibility(caller, 'read', 'process definition');
  return store.inTenant(caller.tenantId, async (tx) => {
    found('process definition', processDefinitionKey, await findProcessDefinition(tx, processDefinitionKey, visible));
    return found('process definition', processDefinitionKey, await findResource(tx, processDefinitionKey)).content;
  });
};
