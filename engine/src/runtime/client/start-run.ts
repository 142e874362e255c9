import { WorkflowExecutionAlreadyStartedError, WorkflowIdConflictPolicy, WorkflowIdReusePolicy } from '@temporalio/client';
import { PROCESS_WORKFLOW, type Begin, type ProcessInput } from '../protocol.ts';
import { processWorkflowId } from '../workflow/workflow-ids.ts';
import type { Backend } from './open-backend.ts';
import { isTemporalUnreachable } from './is-temporal-unreachable.ts';

/** An instance whose row stands and that no other instance has called. */
export interface NewRun {
  readonly tenantId: string;
  readonly processInstanceKey: string;
  readonly processDefinitionKey: string;
  readonly modelHash: string;
  readonly begin: Extract<Begin, { type: 'start' | 'recover' }>;
  /** The settings it was pinned to; the tenant's of now when absent. */
  readonly settingsHash?: string;
  readonly parent?: ProcessInput['parent'];
}

const PATIENCE = 10_000;

/** Starts the workflow of an instance; one that runs already, or has ended, is left as it is. Lost ones may be begun again. */
export async function startRun({ temporal, tenantRuntime, trial }: Backend, run: NewRun): Promise<'started' | 'unreachable'> {
  const { tenantId, processInstanceKey, processDefinitionKey, modelHash, begin, parent = null } = run;
  const { isTest, settingsHash: current } = await tenantRuntime(tenantId);
  const settingsHash = run.settingsHash ?? current;
  const input: ProcessInput = {
    tenantId, processInstanceKey, processDefinitionKey, modelHash, settingsHash, definitions: { [modelHash]: null, [settingsHash]: null }, isTest, parent, begin,
    ...(trial.continueAfter !== undefined && { continueAfter: trial.continueAfter }),
  };
  try {
    await temporal.client.withDeadline(Date.now() + PATIENCE, () =>
      temporal.client.workflow.start(PROCESS_WORKFLOW, {
        workflowId: processWorkflowId(tenantId, processInstanceKey),
        taskQueue: temporal.taskQueue,
        workflowIdConflictPolicy: WorkflowIdConflictPolicy.USE_EXISTING,
        workflowIdReusePolicy: begin.type === 'recover' ? WorkflowIdReusePolicy.ALLOW_DUPLICATE : WorkflowIdReusePolicy.REJECT_DUPLICATE,
        ...(trial.workflowTaskTimeout !== undefined && { workflowTaskTimeout: trial.workflowTaskTimeout }),
        args: [input],
      }));
    return 'started';
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return 'started';
    if (isTemporalUnreachable(error)) return 'unreachable';
    throw error;
  }
}
