import { findForm, findUserTask } from '../../store/index.ts';
import { found } from '../access/found.ts';
import { listVisibility } from '../access/must-be-allowed.ts';
import type { Verb } from '../verb.ts';

/** Whoever sees a task sees the form that was frozen when it opened. */
export const getUserTaskForm: Verb<'getUserTaskForm'> = ({ store }, { caller, params: { userTaskKey } }) => {
  const visible = listVisibility(caller, 'read', 'user task');
  return store.inTenant(caller.tenantId, async (tx) => {
    const { formKey } = found('user task', userTaskKey, await findUserTask(tx, userTaskKey, visible));
    return formKey === null ? null : found('form', formKey, await findForm(tx, formKey));
  });
};
