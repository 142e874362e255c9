import { searchIncidents as searchStored } from '../../store/index.ts';
import { listVisibility } from '../access/must-be-allowed.ts';
import type { Verb } from '../verb.ts';

export const searchIncidents: Verb<'searchIncidents'> = ({ store }, { caller, body }) => {
  const visible = listVisibility(caller, 'read', 'incident');
  return store.inTenant(caller.tenantId, (tx) => searchStored(tx, body, visible));
};
