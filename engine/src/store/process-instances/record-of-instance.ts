import { sql } from 'kysely';
import type { Json, Variables } from '../../kernel/json.ts';
import type { Tx } from '../open-store.ts';

/** Who did it, by id and by the name they had then; null where the engine itself did. */
interface Doer {
  readonly by: string | null;
  readonly byName: string | null;
  /** ISO instant. */
  readonly at: string;
}

export interface CompletedTask extends Doer {
  readonly userTaskKey: string;
  readonly elementId: string;
  readonly name: string | null;
  readonly action: string | null;
  /** Content hash of the form that it was completed with. */
  readonly formHash: string | null;
  /** What the turn of the completion set in the instance, by the form or by what followed at once. */
  readonly written: Variables;
}

/** What people did in an instance, as the audit trail tells it, oldest first. */
export interface InstanceRecord {
  readonly started: Doer | null;
  readonly completedTasks: readonly CompletedTask[];
  readonly canceled: (Doer & { readonly reason: string | null }) | null;
}

interface Line {
  readonly position: string;
  readonly at: string;
  readonly actor_type: string;
  readonly actor_id: string;
  readonly actor_name: string;
  readonly entity_type: string;
  readonly operation_type: string;
  readonly entity_description: string | null;
  readonly new_value: string | null;
  readonly reason: string | null;
  readonly request_id: string | null;
  readonly details: string | null;
  readonly userTaskKey: string | null;
  readonly elementId: string | null;
  readonly name: string | null;
  readonly action: string | null;
  readonly formHash: string | null;
}

export async function recordOfInstance(tx: Tx, processInstanceKey: string): Promise<InstanceRecord> {
  const { rows } = await sql<Line>`
    select a.position, a.at, a.actor_type, a.actor_id, a.actor_name, a.entity_type, a.operation_type, a.entity_description, a.new_value, a.reason, a.request_id, a.details,
      t.user_task_key as "userTaskKey", t.element_id as "elementId", t.name, t.action, t.form_hash as "formHash"
    from audit_log a left join user_tasks t on a.operation_type = 'COMPLETE' and a.entity_type = 'USER_TASK' and t.user_task_key = a.user_task_key
    where a.process_instance_key = ${processInstanceKey} and a.stream = ${`process-instance/${processInstanceKey}`}
      and (a.entity_type = 'VARIABLE' or (a.entity_type = 'USER_TASK' and a.operation_type = 'COMPLETE') or (a.entity_type = 'PROCESS_INSTANCE' and a.operation_type in ('CREATE', 'CANCEL')))
    order by a.position`.execute(tx);
  const begin = rows.find((line) => line.operation_type === 'CREATE' && line.entity_type === 'PROCESS_INSTANCE');
  const cancel = rows.find((line) => line.operation_type === 'CANCEL' && line.entity_type === 'PROCESS_INSTANCE');
  return { started: begin ? doer(begin) : null, completedTasks: completedTasks(rows), canceled: cancel ? { ...doer(cancel), reason: cancel.reason } : null };
}

/** The variables set by a turn stand behind its first line, at the same time. */
function completedTasks(lines: readonly Line[]): CompletedTask[] {
  const tasks: (CompletedTask & { written: Record<string, Json> })[] = [];
  let open: (CompletedTask & { written: Record<string, Json> }) | null = null;
  for (const line of lines) {
    if (line.entity_type !== 'VARIABLE') {
      open = line.userTaskKey === null ? null : { ...doer(line), userTaskKey: line.userTaskKey, elementId: line.elementId ?? '', name: line.name, action: line.action, formHash: line.formHash, written: {} };
      if (open) tasks.push(open);
    } else if (open?.at === line.at && line.entity_description !== null && line.new_value !== null) {
      open.written[line.entity_description] = JSON.parse(line.new_value) as Json;
    }
  }
  return tasks;
}

function doer({ at, actor_type, actor_id, actor_name }: Line): Doer {
  return actor_type === 'UNKNOWN' ? { at, by: null, byName: null } : { at, by: actor_id, byName: actor_name };
}
