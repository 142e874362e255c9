import { setTimeout as pause } from 'node:timers/promises';
import { ApplicationFailure, WorkflowNotFoundError, WorkflowUpdateFailedError, WorkflowUpdateRPCTimeoutOrCancelledError, type WorkflowHandle } from '@temporalio/client';
import type { Refusal } from '../../kernel/index.ts';
import { nextStep } from '../../store/index.ts';
import { CATCH_UP, CONTINUING, DELIVER, REFUSED, type Delivery, type Refused, type Verdict } from '../protocol.ts';
import { processWorkflowId } from '../workflow/workflow-ids.ts';
import type { Backend } from './open-backend.ts';
import { isTemporalUnreachable, isWorkerInTrouble } from './is-temporal-unreachable.ts';

/**
 * - `done`: the turn is projected, and Temporal has recorded it. `refused`: the instance can't take the event as it stands.
 * - `gone`: no such workflow runs: the instance has ended, has not begun, or Temporal has lost it.
 * - `unreachable`: nobody answered in time; it may happen yet.
 */
export type Delivered = { readonly kind: 'done' } | { readonly kind: 'refused'; readonly refusal: Refusal } | { readonly kind: 'gone' } | { readonly kind: 'unreachable' };

/** How long the answer to a delivery is waited for, in milliseconds. */
const PATIENCE = 10_000;

/**
 * Brings an event to a running instance, by an update whose id is the event's. A workflow that continues as new is asked again, and so is one
 * that refuses while the store is further than it: Temporal has forgotten a turn of it, which it is told to catch up with.
 */
export async function deliver(backend: Backend, tenantId: string, processInstanceKey: string, delivery: Delivery): Promise<Delivered> {
  const { store, temporal } = backend;
  const handle = temporal.client.workflow.getHandle(processWorkflowId(tenantId, processInstanceKey));
  const deadline = Date.now() + PATIENCE;
  for (let attempt = 0; Date.now() < deadline; attempt++) {
    const reply = await temporal.client.withDeadline(deadline, () => send(handle, delivery));
    if (reply.kind === 'refused') {
      if ((await store.inTenant(tenantId, (tx) => nextStep(tx, processInstanceKey))) <= reply.step) return reply;
      if (attempt > 0) await temporal.client.withDeadline(deadline, () => catchUp(handle));
    } else if (reply.kind !== 'not now') {
      return reply;
    }
    await pause(Math.min(20 * 2 ** attempt, 500));
  }
  return { kind: 'unreachable' };
}

type Reply = Verdict | { readonly kind: 'not now' } | { readonly kind: 'gone' } | { readonly kind: 'unreachable' };

async function send(handle: WorkflowHandle, delivery: Delivery): Promise<Reply> {
  try {
    return await handle.executeUpdate<Verdict, [Delivery]>(DELIVER, { args: [delivery], updateId: delivery.event.id });
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return { kind: 'gone' };
    if (error instanceof WorkflowUpdateFailedError && error.cause instanceof ApplicationFailure) {
      if (error.cause.type === REFUSED) return { kind: 'refused', ...(error.cause.details![0] as Refused) };
      if (error.cause.type === CONTINUING) return { kind: 'not now' };
    }
    if (isWorkerInTrouble(error)) return { kind: 'not now' };
    if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError || isTemporalUnreachable(error)) return { kind: 'unreachable' };
    throw error;
  }
}

/** One that has ended meanwhile needs no telling; one that can't be reached is asked again. */
async function catchUp(handle: WorkflowHandle): Promise<void> {
  try {
    await handle.signal(CATCH_UP);
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError) && !isTemporalUnreachable(error)) throw error;
  }
}
