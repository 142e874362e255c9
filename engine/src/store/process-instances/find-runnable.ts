import type { Tx } from '../open-store.ts';

/** What it takes to run an instance whose row stands. */
export interface RunnableInstance {
  readonly processInstanceKey: string;
  readonly processDefinitionKey: string;
  readonly modelHash: string;
  readonly state: string;
  /** The instance that called it. */
  readonly parent: { readonly processInstanceKey: string; readonly elementInstanceKey: string } | null;
}

export async function findRunnable(tx: Tx, processInstanceKey: string): Promise<RunnableInstance | undefined> {
  const row = await tx.selectFrom('process_instances').where('process_instance_key', '=', processInstanceKey)
    .select(['process_definition_key', 'model_hash', 'state', 'parent_process_instance_key', 'parent_element_instance_key']).executeTakeFirst();
  return row && {
    processInstanceKey, processDefinitionKey: row.process_definition_key, modelHash: row.model_hash, state: row.state,
    parent: row.parent_process_instance_key === null ? null : { processInstanceKey: row.parent_process_instance_key, elementInstanceKey: row.parent_element_instance_key! },
  };
}

/** Keys of active instances after a key, in order. */
export async function activeInstances(tx: Tx, after: string, limit: number): Promise<string[]> {
  const rows = await tx.selectFrom('process_instances').select('process_instance_key').where('state', '=', 'ACTIVE').where('process_instance_key', '>', after)
    .orderBy('process_instance_key').limit(limit).execute();
  return rows.map((row) => row.process_instance_key);
}

export async function countActiveInstances(tx: Tx): Promise<number> {
  const { count } = await tx.selectFrom('process_instances').select((query) => query.fn.countAll<string>().as('count')).where('state', '=', 'ACTIVE').executeTakeFirstOrThrow();
  return Number(count);
}
