import { callHierarchy, findProcessInstance } from '../../store/index.ts';
import { found } from '../access/found.ts';
import { listVisibility } from '../access/must-be-allowed.ts';
import type { Verb } from '../verb.ts';

export const getProcessInstanceCallHierarchy: Verb<'getProcessInstanceCallHierarchy'> = ({ store }, { caller, params: { processInstanceKey } }) => {
  const visible = listVisibility(caller, 'read', 'process instance');
  return store.inTenant(caller.tenantId, async (tx) => {
    found('process instance', processInstanceKey, await findProcessInstance(tx, processInstanceKey, visible));
    return callHierarchy(tx, processInstanceKey);
  });
};
