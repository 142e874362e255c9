import type { TaskChange, TaskDeed } from '../../store/index.ts';
import type { Caller } from '../access/caller.ts';
import { notFound, Problem } from '../http/problem.ts';
import type { Services } from '../services.ts';

/** Who changes a task, and when. */
export function taskDeed({ now }: Pick<Services, 'now'>, caller: Caller): TaskDeed {
  return { actor: caller.actor, at: now(), requestId: caller.requestId, ...(caller.account.timeZone !== null && { zone: caller.account.timeZone }) };
}

/** Throws unless the change was made. */
export function mustBeChanged(userTaskKey: string, change: TaskChange): void {
  if (change.kind === 'not found') throw notFound('user task', userTaskKey);
  if (change.kind === 'not open') throw new Problem('wrong-state', `The user task ${userTaskKey} is not open: it is ${change.state}.`);
  if (change.kind === 'taken') throw new Problem('wrong-state', `The user task ${userTaskKey} is assigned to ${change.assignee}.`);
}
