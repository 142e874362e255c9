import { updateUserTask as updateStored } from '../../store/index.ts';
import { weighUserTask } from '../access/attributes-of-task.ts';
import { mustBeAllowedTo } from '../access/must-be-allowed.ts';
import type { Verb } from '../verb.ts';
import { mustBeChanged, taskDeed } from './task-deed.ts';

export const updateUserTask: Verb<'updateUserTask'> = async (services, { caller, params, body }) => {
  await services.store.inTenant(caller.tenantId, async (tx) => {
    const { attributes } = await weighUserTask(tx, caller.ability, params.userTaskKey);
    mustBeAllowedTo(caller, 'update', 'user task', params.userTaskKey, attributes);
    mustBeChanged(params.userTaskKey, await updateStored(tx, params.userTaskKey, body.changeset, taskDeed(services, caller)));
  });
};
