import { findUserTask, searchVariablesSeenFrom } from '../../store/index.ts';
import { found } from '../access/found.ts';
import { listVisibility } from '../access/must-be-allowed.ts';
import type { Verb } from '../verb.ts';

export const searchUserTaskEffectiveVariables: Verb<'searchUserTaskEffectiveVariables'> = ({ store }, { caller, params, query, body }) => {
  const visible = listVisibility(caller, 'read', 'user task');
  return store.inTenant(caller.tenantId, async (tx) => {
    const task = found('user task', params.userTaskKey, await findUserTask(tx, params.userTaskKey, visible));
    return searchVariablesSeenFrom(tx, task.elementInstanceKey, body, true, !query.truncateValues);
  });
};
