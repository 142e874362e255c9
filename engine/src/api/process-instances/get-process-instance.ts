import { findProcessInstance } from '../../store/index.ts';
import { found } from '../access/found.ts';
import { listVisibility } from '../access/must-be-allowed.ts';
import type { Verb } from '../verb.ts';

export const getProcessInstance: Verb<'getProcessInstance'> = async ({ store }, { caller, params }) => {
  const visible = listVisibility(caller, 'read', 'process instance');
  return found('process instance', params.processInstanceKey, await store.inTenant(caller.tenantId, (tx) => findProcessInstance(tx, params.processInstanceKey, visible)));
};
