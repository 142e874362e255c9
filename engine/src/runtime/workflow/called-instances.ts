import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import {
  getExternalWorkflowHandle, log, ParentClosePolicy, startChild, WorkflowIdReusePolicy, workflowInfo,
} from '@temporalio/workflow';
import type { Finish, StartInstance } from '../../kernel/index.ts';
import type { StepEvent, TurnResult } from '../../store/index.ts';
import { DELIVER, PROCESS_WORKFLOW, type Delivery, type ProcessInput } from '../protocol.ts';
import type { Run } from './run.ts';
import { SYSTEM } from './system-actor.ts';
import { processWorkflowId } from './workflow-ids.ts';

type StartedInstance = TurnResult['startedInstances'][number];

/** Starts the workflow of a called instance, whose row stands. It outlives this run, and reports its end by a signal. */
export function startCalledInstance(run: Run, command: StartInstance, { processInstanceKey, processDefinitionKey, modelHash }: StartedInstance): void {
  const { tenantId, settingsHash, isTest, continueAfter } = run.input;
  const input: ProcessInput = {
    tenantId,
    processInstanceKey,
    processDefinitionKey,
    modelHash,
    settingsHash,
    definitions: { [modelHash]: null, [settingsHash]: null },
    isTest,
    parent: { processInstanceKey: run.input.processInstanceKey, elementInstanceKey: command.elementInstanceKey },
    begin: {
      type: 'start',
      delivery: { event: { id: `call:${command.elementInstanceKey}`, at: run.at, type: 'instance started', variables: command.variables }, actor: SYSTEM },
    },
    ...(continueAfter !== undefined && { continueAfter }),
  };
  const started = startChild(PROCESS_WORKFLOW, {
    workflowId: processWorkflowId(tenantId, processInstanceKey),
    parentClosePolicy: ParentClosePolicy.ABANDON,
    workflowIdReusePolicy: WorkflowIdReusePolicy.REJECT_DUPLICATE,
    taskQueue: workflowInfo().taskQueue,
    args: [input],
  }).then(
    () => undefined,
    (error: unknown) => {
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    },
  );
  run.calls.set(command.elementInstanceKey, { processInstanceKey, started: underWay(run, started) });
}

export function cancelCalledInstance(run: Run, elementInstanceKey: string): void {
  const call = run.calls.get(elementInstanceKey);
  if (!call) return;
  run.calls.delete(elementInstanceKey);
  const event = { id: cancellationBy(elementInstanceKey), at: run.at, type: 'cancel requested' } as const;
  void underWay(run, call.started.then(() => signal(run, call.processInstanceKey, { event, actor: SYSTEM })));
}

const cancellationBy = (elementInstanceKey: string): string => `cancel:${elementInstanceKey}`;

/** Tells the instance that called this one how it ended, unless it was the one to end it. */
export function reportEnd(run: Run, by: StepEvent, outcome: Finish['outcome']): void {
  const { parent, processInstanceKey } = run.input;
  if (!parent || by.id === cancellationBy(parent.elementInstanceKey)) return;
  const event = {
    id: `ended:${processInstanceKey}`,
    at: run.at,
    type: 'called instance ended',
    elementInstanceKey: parent.elementInstanceKey,
    calledInstanceKey: processInstanceKey,
    outcome,
  } as const;
  void underWay(run, signal(run, parent.processInstanceKey, { event, actor: SYSTEM }));
}

/** An instance that has ended meanwhile needs no signal; that it got none stays in this history and in the worker's log. */
async function signal(run: Run, processInstanceKey: string, delivery: Delivery): Promise<void> {
  const workflowId = processWorkflowId(run.input.tenantId, processInstanceKey);
  try {
    await getExternalWorkflowHandle(workflowId).signal<[Delivery]>(DELIVER, delivery);
  } catch (error) {
    log.info('the other instance has ended and takes no more events', { workflowId, event: delivery.event.type, eventId: delivery.event.id, error });
  }
}

function underWay(run: Run, work: Promise<void>): Promise<void> {
  const tracked: Promise<void> = work.finally(() => run.underWay.delete(tracked));
  run.underWay.add(tracked);
  return tracked;
}
