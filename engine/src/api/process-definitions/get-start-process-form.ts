import { findProcessDefinition } from '../../store/index.ts';
import { found } from '../access/found.ts';
import { listVisibility } from '../access/must-be-allowed.ts';
import { chooseDefinition, findStartForm } from '../process-instances/choose-definition.ts';
import type { Verb } from '../verb.ts';

export const getStartProcessForm: Verb<'getStartProcessForm'> = ({ store }, { caller, params: { processDefinitionKey } }) => {
  const visible = listVisibility(caller, 'read', 'process definition');
  return store.inTenant(caller.tenantId, async (tx) => {
    found('process definition', processDefinitionKey, await findProcessDefinition(tx, processDefinitionKey, visible));
    return findStartForm(tx, await chooseDefinition(tx, { processDefinitionKey }));
  });
};
