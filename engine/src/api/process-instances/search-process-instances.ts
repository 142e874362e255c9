import { searchProcessInstances as searchStored } from '../../store/index.ts';
import { listVisibility } from '../access/must-be-allowed.ts';
import type { Verb } from '../verb.ts';

export const searchProcessInstances: Verb<'searchProcessInstances'> = ({ store }, { caller, body }) => {
  const visible = listVisibility(caller, 'read', 'process instance');
  return store.inTenant(caller.tenantId, (tx) => searchStored(tx, body, visible));
};
