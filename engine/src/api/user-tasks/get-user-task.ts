import { findUserTask } from '../../store/index.ts';
import { found } from '../access/found.ts';
import { listVisibility } from '../access/must-be-allowed.ts';
import type { Verb } from '../verb.ts';

export const getUserTask: Verb<'getUserTask'> = async ({ store }, { caller, params }) => {
  const visible = listVisibility(caller, 'read', 'user task');
  return found('user task', params.userTaskKey, await store.inTenant(caller.tenantId, (tx) => findUserTask(tx, params.userTaskKey, visible)));
};
