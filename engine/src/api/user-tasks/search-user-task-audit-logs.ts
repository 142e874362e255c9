import { findUserTask, searchAuditLogs } from '../../store/index.ts';
import { found } from '../access/found.ts';
import { listVisibility } from '../access/must-be-allowed.ts';
import type { Verb } from '../verb.ts';

/** Whoever sees a task sees what was done to it. */
export const searchUserTaskAuditLogs: Verb<'searchUserTaskAuditLogs'> = ({ store }, { caller, params, body }) => {
  const visible = listVisibility(caller, 'read', 'user task');
  return store.inTenant(caller.tenantId, async (tx) => {
    const task = found('user task', params.userTaskKey, await findUserTask(tx, params.userTaskKey, visible));
    return searchAuditLogs(tx, { ...body, filter: { ...body.filter, userTaskKey: { $eq: task.userTaskKey } } });
  });
};
