import { activeInstances, countActiveInstances } from '../../store/index.ts';
import type { Backend } from '../client/open-backend.ts';
import { recoverInstance } from '../client/recover-instance.ts';
import { PROCESS_WORKFLOW } from '../protocol.ts';
import { processWorkflowId } from '../workflow/workflow-ids.ts';

/** Instances looked at in one query. */
const PAGE = 200;

/**
 * Looks whether Temporal runs as many instances of a tenant as stand active in the store. When it runs fewer (its data was lost, somebody
 * terminated a workflow) those that it does not know are run again from their step logs.
 */
export async function recoverLostInstances(backend: Backend, tenantId: string): Promise<void> {
  const { store, temporal } = backend;
  const { workflow } = temporal.client;
  const active = await store.inTenant(tenantId, countActiveInstances);
  if (active === 0) return;
  const running = await workflow.count(`WorkflowType = '${PROCESS_WORKFLOW}' AND ExecutionStatus = 'Running' AND WorkflowId STARTS_WITH '${tenantId}/'`);
  if (running.count >= active) return;
  for (let after = '0', page = PAGE; page === PAGE; ) {
    const keys = await store.inTenant(tenantId, (tx) => activeInstances(tx, after, PAGE));
    for (const processInstanceKey of keys) {
      const description = await workflow.getHandle(processWorkflowId(tenantId, processInstanceKey)).describe().catch(undefinedWhenUnknown);
      if (description?.status.name !== 'RUNNING') await recoverInstance(backend, tenantId, processInstanceKey);
    }
    page = keys.length;
    after = keys.at(-1) ?? after;
  }
}

function undefinedWhenUnknown(error: unknown): undefined {
  if ((error as Error).name === 'WorkflowNotFoundError') return undefined;
  throw error;
}
