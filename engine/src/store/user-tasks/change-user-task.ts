import { sql } from 'kysely';
import type { UserTaskChanges } from '../../contract/index.ts';
import type { Actor } from '../audit/actor.ts';
import { appendAudit, instanceStream } from '../audit/append-audit.ts';
import type { AuditEntry } from '../audit/entry.ts';
import { hint } from '../hints/hints.ts';
import type { Tx } from '../open-store.ts';

/** Who changes a task, when (epoch milliseconds), and why. */
export interface TaskDeed {
  readonly actor: Actor;
  readonly at: number;
  readonly zone?: string;
  readonly reason?: string;
  readonly requestId?: string;
}

/** `taken`: somebody else has it and `allowOverride` was false. */
export type TaskChange = { readonly kind: 'done' } | { readonly kind: 'not found' } | { readonly kind: 'not open'; readonly state: string } | { readonly kind: 'taken'; readonly assignee: string };

interface LockedTask {
  readonly user_task_key: string;
  readonly state: string;
  readonly assignee: string | null;
  readonly name: string | null;
  readonly element_id: string;
  readonly element_instance_key: string;
  readonly process_instance_key: string;
  readonly root_process_instance_key: string;
  readonly process_definition_key: string;
  readonly process_definition_id: string;
  readonly candidate_groups: string[];
  readonly candidate_users: string[];
  readonly due_date: string | null;
  readonly follow_up_date: string | null;
  readonly priority: number;
}

/** Assigns an open task. The row lock decides between two who claim at once. */
export async function assignUserTask(tx: Tx, userTaskKey: string, assignee: string, allowOverride: boolean, deed: TaskDeed): Promise<TaskChange> {
  const task = await lockOpenTask(tx, userTaskKey);
  if ('kind' in task) return task;
  if (task.assignee !== null && task.assignee !== assignee && !allowOverride) return { kind: 'taken', assignee: task.assignee };
  return setAssignee(tx, task, assignee, deed);
}

/** Takes the assignee away; the task is offered to its candidates again. */
export async function unassignUserTask(tx: Tx, userTaskKey: string, deed: TaskDeed): Promise<TaskChange> {
  const task = await lockOpenTask(tx, userTaskKey);
  if ('kind' in task) return task;
  return setAssignee(tx, task, null, deed);
}

/** Changes due date, follow-up date, candidates or priority of an open task; the empty text takes a date away. */
export async function updateUserTask(tx: Tx, userTaskKey: string, changes: UserTaskChanges, deed: TaskDeed): Promise<TaskChange> {
  const task = await lockOpenTask(tx, userTaskKey);
  if ('kind' in task) return task;
  const date = (change: string | undefined, old: string | null) => (change === undefined ? old : change === '' ? null : change);
  const changed = {
    due_date: date(changes.dueDate, task.due_date),
    follow_up_date: date(changes.followUpDate, task.follow_up_date),
    candidate_groups: changes.candidateGroups ?? task.candidate_groups,
    candidate_users: changes.candidateUsers ?? task.candidate_users,
    priority: changes.priority ?? task.priority,
  };
  await tx.updateTable('user_tasks').set(changed).where('user_task_key', '=', userTaskKey).execute();
  await sql`select reindex_user_task(t) from user_tasks t where t.user_task_key = ${userTaskKey}`.execute(tx);
  await appendAudit(tx, { ...deed, stream: instanceStream(task.process_instance_key) }, [
    { ...entryOf(task), operation_type: 'UPDATE', old_value: taskValue(task), new_value: taskValue({ ...task, ...changed }) },
  ]);
  hintTask(tx, task, [...task.candidate_groups, ...changed.candidate_groups], [task.assignee, ...task.candidate_users, ...changed.candidate_users]);
  return { kind: 'done' };
}

async function setAssignee(tx: Tx, task: LockedTask, assignee: string | null, deed: TaskDeed): Promise<TaskChange> {
  await tx.updateTable('user_tasks').set({ assignee }).where('user_task_key', '=', task.user_task_key).execute();
  await tx.updateTable('user_task_candidates').set({ assignee }).where('user_task_key', '=', task.user_task_key).execute();
  await appendAudit(tx, { ...deed, stream: instanceStream(task.process_instance_key) }, [
    {
      ...entryOf(task), operation_type: assignee === null ? 'UNASSIGN' : 'ASSIGN',
      old_value: JSON.stringify({ assignee: task.assignee }), new_value: JSON.stringify({ assignee }),
    },
  ]);
  hintTask(tx, task, task.candidate_groups, [task.assignee, assignee, ...task.candidate_users]);
  return { kind: 'done' };
}

async function lockOpenTask(tx: Tx, userTaskKey: string): Promise<LockedTask | { kind: 'not found' } | { kind: 'not open'; state: string }> {
  const task = await tx.selectFrom('user_tasks').where('user_task_key', '=', userTaskKey).forUpdate()
    .select([
      'user_task_key', 'state', 'assignee', 'name', 'element_id', 'element_instance_key', 'process_instance_key', 'root_process_instance_key', 'process_definition_key',
      'process_definition_id', 'candidate_groups', 'candidate_users', 'due_date', 'follow_up_date', 'priority',
    ]).executeTakeFirst();
  if (!task) return { kind: 'not found' };
  return task.state === 'CREATED' ? task : { kind: 'not open', state: task.state };
}

function entryOf(task: LockedTask): Omit<AuditEntry, 'operation_type'> {
  return {
    category: 'USER_TASKS', entity_type: 'USER_TASK', entity_key: task.user_task_key, entity_description: task.name, user_task_key: task.user_task_key,
    element_id: task.element_id, element_instance_key: task.element_instance_key, process_instance_key: task.process_instance_key,
    root_process_instance_key: task.root_process_instance_key, process_definition_key: task.process_definition_key, process_definition_id: task.process_definition_id,
  };
}

function taskValue(task: Pick<LockedTask, 'due_date' | 'follow_up_date' | 'candidate_groups' | 'candidate_users' | 'priority'>): string {
  return JSON.stringify({
    candidateGroups: task.candidate_groups, candidateUsers: task.candidate_users, dueDate: task.due_date, followUpDate: task.follow_up_date, priority: task.priority,
  });
}

function hintTask(tx: Tx, task: LockedTask, groups: readonly string[], users: readonly (string | null)[]): void {
  hint(tx, {
    type: 'user task', userTaskKey: task.user_task_key, processInstanceKey: task.process_instance_key, groups: [...new Set(groups)],
    users: [...new Set(users.filter((user) => user !== null))],
  });
}
