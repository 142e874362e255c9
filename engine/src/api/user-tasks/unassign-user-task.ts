import { unassignUserTask as unassignStored } from '../../store/index.ts';
import { weighUserTask } from '../access/attributes-of-task.ts';
import { mustBeAllowedTo } from '../access/must-be-allowed.ts';
import type { Verb } from '../verb.ts';
import { mustBeChanged, taskDeed } from './task-deed.ts';

/** Whoever has a task may give it back; taking it from somebody else is an assignment. */
export const unassignUserTask: Verb<'unassignUserTask'> = async (services, { caller, params }) => {
  await services.store.inTenant(caller.tenantId, async (tx) => {
    const { task, attributes } = await weighUserTask(tx, caller.ability, params.userTaskKey);
    if (task.assignee !== caller.actor.id) mustBeAllowedTo(caller, 'assign', 'user task', params.userTaskKey, attributes);
    mustBeChanged(params.userTaskKey, await unassignStored(tx, params.userTaskKey, taskDeed(services, caller)));
  });
};
