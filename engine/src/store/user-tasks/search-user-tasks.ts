import type { Page, UserTask, UserTaskSearch, Visibility } from '../../contract/index.ts';
import type { Tx } from '../open-store.ts';
import { findRow, searchRows } from '../search/search-rows.ts';
import { userTasks } from './user-task-noun.ts';

export function searchUserTasks(tx: Tx, search: UserTaskSearch, visible?: Visibility): Promise<Page<UserTask>> {
  return searchRows(tx, userTasks, search, visible);
}

export function findUserTask(tx: Tx, userTaskKey: string, visible?: Visibility): Promise<UserTask | undefined> {
  return findRow(tx, userTasks, userTaskKey, visible);
}

/** What stands beside a task in no reply of Camunda's: whose request it belongs to, and the form that was frozen when it opened. */
export interface TaskBackground {
  readonly businessId: string | null;
  readonly startedBy: string | null;
  readonly action: string | null;
  /** Content hash of the frozen form; null where there is none. */
  readonly formHash: string | null;
  /** Id of a form that was named but could not be found when the task opened. */
  readonly formMissing: string | null;
}

export async function findTaskBackground(tx: Tx, userTaskKey: string): Promise<TaskBackground | undefined> {
  return tx.selectFrom('user_tasks').where('user_task_key', '=', userTaskKey)
    .select(['business_id as businessId', 'started_by as startedBy', 'action', 'form_hash as formHash', 'form_missing as formMissing']).executeTakeFirst();
}
