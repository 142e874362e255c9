import { assignUserTask as assignStored } from '../../store/index.ts';
import { weighUserTask } from '../access/attributes-of-task.ts';
import { mustBeAllowedTo } from '../access/must-be-allowed.ts';
import type { Verb } from '../verb.ts';
import { mustBeChanged, taskDeed } from './task-deed.ts';

/** Without an assignee, the caller takes it. Taking for oneself what nobody has is a claim, which overrides nobody; all else is an assignment. */
export const assignUserTask: Verb<'assignUserTask'> = async (services, { caller, params, body }) => {
  const assignee = body.assignee ?? caller.actor.id;
  await services.store.inTenant(caller.tenantId, async (tx) => {
    const { task, attributes } = await weighUserTask(tx, caller.ability, params.userTaskKey);
    const isClaim = assignee === caller.actor.id && (task.assignee === null || task.assignee === assignee || !body.allowOverride);
    mustBeAllowedTo(caller, isClaim ? 'claim' : 'assign', 'user task', params.userTaskKey, attributes);
    mustBeChanged(params.userTaskKey, await assignStored(tx, params.userTaskKey, assignee, !isClaim && body.allowOverride, taskDeed(services, caller)));
  });
};
