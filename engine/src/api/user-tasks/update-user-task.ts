import { updateUserTask as updateStored } from '../../store/index.ts';
import { mustBeAllowedTo } from '../access/must-be-allowed.ts';
import type { Verb } from '../verb.ts';
import { changeTask } from './change-task.ts';

export const updateUserTask: Verb<'updateUserTask'> = (services, { caller, params: { userTaskKey }, body }) =>
  changeTask(services, caller, 'updateUserTask', userTaskKey, (tx, _, attributes, deed) => {
    mustBeAllowedTo(caller, 'update', 'user task', userTaskKey, attributes);
    return updateStored(tx, userTaskKey, body.changeset, deed);
  });
