import type { Attributes } from '../../policy/index.ts';
import type { UserTask } from '../../contract/index.ts';
import type { TaskChange, TaskDeed, Tx } from '../../store/index.ts';
import type { Caller } from '../access/caller.ts';
import { weighUserTask } from '../access/attributes-of-task.ts';
import { notFound, Problem } from '../http/problem.ts';
import { once } from '../once.ts';
import type { Services } from '../services.ts';
import { tenantTime } from '../tenant-time.ts';

/** Changes a task in one transaction, once for an idempotency key. `change` begins with its access check. */
export async function changeTask(
  services: Services, caller: Caller, operation: string, userTaskKey: string, change: (tx: Tx, task: UserTask, attributes: Attributes, deed: TaskDeed) => Promise<TaskChange>,
): Promise<void> {
  const deed = { actor: caller.actor, at: await tenantTime(services, caller.tenantId), requestId: caller.requestId, ...(caller.account.timeZone !== null && { zone: caller.account.timeZone }) };
  await services.store.inTenant(caller.tenantId, (tx) =>
    once(tx, caller, operation, async () => {
      const { task, attributes } = await weighUserTask(tx, caller.ability, userTaskKey);
      mustBeDone(userTaskKey, await change(tx, task, attributes, deed));
      return null;
    }),
  );
}

function mustBeDone(userTaskKey: string, change: TaskChange): void {
  if (change.kind === 'not found') throw notFound('user task', userTaskKey);
  if (change.kind === 'not open') throw new Problem('wrong-state', `The user task ${userTaskKey} is not open: it is ${change.state}.`);
  if (change.kind === 'taken') throw new Problem('wrong-state', `The user task ${userTaskKey} is assigned to ${change.assignee}.`);
}
