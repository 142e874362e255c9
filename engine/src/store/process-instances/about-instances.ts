import { sql } from 'kysely';
import type { Json } from '../../kernel/json.ts';
import type { Tx } from '../open-store.ts';

/** The variable that says what an instance is about. */
const subjectVariable = 'title';

/** What each of these instances is about, where it says so with a text. */
export async function subjectsOf(tx: Tx, processInstanceKeys: readonly string[]): Promise<Map<string, string>> {
  if (processInstanceKeys.length === 0) return new Map();
  const rows = await tx.selectFrom('variables').select(['scope_key', 'value']).where('scope_key', 'in', [...new Set(processInstanceKeys)]).where('name', '=', subjectVariable).execute();
  const subjects = rows.map((row) => [row.scope_key, JSON.parse(row.value) as Json] as const);
  return new Map(subjects.filter((entry): entry is readonly [string, string] => typeof entry[1] === 'string'));
}

/** An open task of an instance, or of one that it called. */
export interface WaitingTask {
  readonly rootKey: string;
  readonly userTaskKey: string;
  readonly elementId: string;
  readonly name: string | null;
  readonly since: string;
  readonly dueDate: string | null;
  readonly assignee: string | null;
  readonly candidateGroups: string[];
  readonly candidateUsers: string[];
}

/** Who is next in these instances, with all that they called. */
export async function waitingTasks(tx: Tx, processInstanceKeys: readonly string[]): Promise<WaitingTask[]> {
  const { rows } = await sql<WaitingTask>`
    with recursive family(root, key) as (
      select k, k from unnest(${[...processInstanceKeys]}::bigint[]) k
      union all
      select f.root, i.process_instance_key from family f join process_instances i on i.parent_process_instance_key = f.key where i.state = 'ACTIVE'
    ) select f.root as "rootKey", t.user_task_key as "userTaskKey", t.element_id as "elementId", t.name, t.creation_date as since, t.due_date as "dueDate", t.assignee,
      t.candidate_groups as "candidateGroups", t.candidate_users as "candidateUsers"
    from family f join user_tasks t on t.process_instance_key = f.key where t.state = 'CREATED' order by t.user_task_key`.execute(tx);
  return rows;
}
