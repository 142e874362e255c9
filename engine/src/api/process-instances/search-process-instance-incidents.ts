import { findProcessInstance, searchIncidents } from '../../store/index.ts';
import { found } from '../access/found.ts';
import { listVisibility } from '../access/must-be-allowed.ts';
import type { Verb } from '../verb.ts';

export const searchProcessInstanceIncidents: Verb<'searchProcessInstanceIncidents'> = ({ store }, { caller, params, body }) => {
  const visible = listVisibility(caller, 'read', 'process instance');
  return store.inTenant(caller.tenantId, async (tx) => {
    const { processInstanceKey } = found('process instance', params.processInstanceKey, await findProcessInstance(tx, params.processInstanceKey, visible));
    return searchIncidents(tx, body, listVisibility(caller, 'read', 'incident'), { processInstanceKey });
  });
};
