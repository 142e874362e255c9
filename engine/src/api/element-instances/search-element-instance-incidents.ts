import { findElementInstance, searchIncidents } from '../../store/index.ts';
import { found } from '../access/found.ts';
import { listVisibility } from '../access/must-be-allowed.ts';
import type { Verb } from '../verb.ts';

export const searchElementInstanceIncidents: Verb<'searchElementInstanceIncidents'> = ({ store }, { caller, params, body }) => {
  const visible = listVisibility(caller, 'read', 'process instance');
  return store.inTenant(caller.tenantId, async (tx) => {
    const { elementInstanceKey } = found('element instance', params.elementInstanceKey, await findElementInstance(tx, params.elementInstanceKey, visible));
    return searchIncidents(tx, body, listVisibility(caller, 'read', 'incident'), { elementInstanceKey });
  });
};
