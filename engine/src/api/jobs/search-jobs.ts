import { searchJobs as searchStored } from '../../store/index.ts';
import { listVisibility } from '../access/must-be-allowed.ts';
import type { Verb } from '../verb.ts';

export const searchJobs: Verb<'searchJobs'> = ({ store }, { caller, body }) => {
  const visible = listVisibility(caller, 'read', 'job');
  return store.inTenant(caller.tenantId, (tx) => searchStored(tx, body, visible));
};
