import { sql } from 'kysely';
import type { Tx } from '../open-store.ts';

export interface Call {
  readonly processInstanceKey: string;
  readonly processDefinitionKey: string;
  /** The id where the process has no name. */
  readonly processDefinitionName: string;
}

/** The instances that called this one, from the root down, itself last. */
export async function callHierarchy(tx: Tx, processInstanceKey: string): Promise<Call[]> {
  const { rows } = await sql<Call>`
    with recursive callers(process_instance_key, depth) as (
      select ${processInstanceKey}::bigint, 0
      union all
      select i.parent_process_instance_key, c.depth + 1 from callers c join process_instances i on i.process_instance_key = c.process_instance_key
        where i.parent_process_instance_key is not null
    ) select i.process_instance_key as "processInstanceKey", i.process_definition_key as "processDefinitionKey", coalesce(i.process_definition_name, i.process_definition_id) as "processDefinitionName"
    from callers c join process_instances i on i.process_instance_key = c.process_instance_key order by c.depth desc`.execute(tx);
  return rows;
}

/** Ids of the sequence flows that an instance has taken. */
export async function flowsTaken(tx: Tx, processInstanceKey: string): Promise<string[]> {
  const row = await tx.selectFrom('process_instances').select('flows_taken').where('process_instance_key', '=', processInstanceKey).executeTakeFirst();
  return row?.flows_taken ?? [];
}
