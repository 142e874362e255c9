import { assignUserTask as assignStored } from '../../store/index.ts';
import { mustBeAllowedTo } from '../access/must-be-allowed.ts';
import type { Verb } from '../verb.ts';
import { changeTask } from './change-task.ts';

/** Without an assignee, the caller takes it. Taking for oneself what nobody has is a claim, which overrides nobody; all else is an assignment. */
export const assignUserTask: Verb<'assignUserTask'> = (services, { caller, params: { userTaskKey }, body }) =>
  changeTask(services, caller, 'assignUserTask', userTaskKey, (tx, task, attributes, deed) => {
    const assignee = body.assignee ?? caller.actor.id;
    const isClaim = assignee === caller.actor.id && (task.assignee === null || task.assignee === assignee || !body.allowOverride);
    mustBeAllowedTo(caller, isClaim ? 'claim' : 'assign', 'user task', userTaskKey, attributes);
    return assignStored(tx, userTaskKey, assignee, !isClaim && body.allowOverride, deed);
  });
