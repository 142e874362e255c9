import { countElements, findProcessInstance } from '../../store/index.ts';
import { found } from '../access/found.ts';
import { listVisibility } from '../access/must-be-allowed.ts';
import type { Verb } from '../verb.ts';

export const getProcessInstanceStatistics: Verb<'getProcessInstanceStatistics'> = ({ store }, { caller, params }) => {
  const visible = listVisibility(caller, 'read', 'process instance');
  return store.inTenant(caller.tenantId, async (tx) => {
    const instance = found('process instance', params.processInstanceKey, await findProcessInstance(tx, params.processInstanceKey, visible));
    return { items: await countElements(tx, instance.processInstanceKey) };
  });
};
