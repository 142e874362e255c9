import { unassignUserTask as unassignStored } from '../../store/index.ts';
import { mustBeAllowedTo } from '../access/must-be-allowed.ts';
import type { Verb } from '../verb.ts';
import { changeTask } from './change-task.ts';

/** Whoever has a task may give it back; taking it from somebody else is an assignment. */
export const unassignUserTask: Verb<'unassignUserTask'> = (services, { caller, params: { userTaskKey } }) =>
  changeTask(services, caller, 'unassignUserTask', userTaskKey, (tx, task, attributes, deed) => {
    if (task.assignee !== caller.actor.id) mustBeAllowedTo(caller, 'assign', 'user task', userTaskKey, attributes);
    return unassignStored(tx, userTaskKey, deed);
  });
