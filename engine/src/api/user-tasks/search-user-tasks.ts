import { searchUserTasks as searchStored } from '../../store/index.ts';
import { listVisibility } from '../access/must-be-allowed.ts';
import type { Verb } from '../verb.ts';

export const searchUserTasks: Verb<'searchUserTasks'> = ({ store }, { caller, body }) => {
  const visible = listVisibility(caller, 'read', 'user task');
  return store.inTenant(caller.tenantId, (tx) => searchStored(tx, body, visible));
};
