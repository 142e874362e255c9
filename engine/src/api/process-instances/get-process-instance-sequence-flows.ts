import { findProcessInstance, flowsTaken } from '../../store/index.ts';
import { found } from '../access/found.ts';
import { listVisibility } from '../access/must-be-allowed.ts';
import type { Verb } from '../verb.ts';

export const getProcessInstanceSequenceFlows: Verb<'getProcessInstanceSequenceFlows'> = ({ store }, { caller, params: { processInstanceKey } }) => {
  const visible = listVisibility(caller, 'read', 'process instance');
  return store.inTenant(caller.tenantId, async (tx) => {
    const { rootProcessInstanceKey, processDefinitionKey, processDefinitionId, tenantId } = found('process instance', processInstanceKey, await findProcessInstance(tx, processInstanceKey, visible));
    const flows = await flowsTaken(tx, processInstanceKey);
    return {
      items: flows.map((elementId) => ({ sequenceFlowId: `${processInstanceKey}_${elementId}`, processInstanceKey, rootProcessInstanceKey, processDefinitionKey, processDefinitionId, elementId, tenantId })),
    };
  });
};
