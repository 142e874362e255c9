import { findProcessDefinition } from '../../store/index.ts';
import { found } from '../access/found.ts';
import { listVisibility } from '../access/must-be-allowed.ts';
import type { Verb } from '../verb.ts';

export const getProcessDefinition: Verb<'getProcessDefinition'> = async ({ store }, { caller, params }) => {
  const visible = listVisibility(caller, 'read', 'process definition');
  return found('process definition', params.processDefinitionKey, await store.inTenant(caller.tenantId, (tx) => findProcessDefinition(tx, params.processDefinitionKey, visible)));
};
