import { findIncident } from '../../store/index.ts';
import { found } from '../access/found.ts';
import { listVisibility } from '../access/must-be-allowed.ts';
import type { Verb } from '../verb.ts';

export const getIncident: Verb<'getIncident'> = async ({ store }, { caller, params }) => {
  const visible = listVisibility(caller, 'read', 'incident');
  return found('incident', params.incidentKey, await store.inTenant(caller.tenantId, (tx) => findIncident(tx, params.incidentKey, visible)));
};
