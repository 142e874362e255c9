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
