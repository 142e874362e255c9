import { setTimeout as pause } from 'node:timers/promises';
import { ApplicationFailure, WorkflowNotFoundError, WorkflowUpdateFailedError, WorkflowUpdateRPCTimeoutOrCancelledError } from '@temporalio/client';
import type { Refusal } from '../../kernel/index.ts';
import { CONTINUING, DELIVER, REFUSED, type Delivery, type Verdict } from '../protocol.ts';
import { processWorkflowId } from '../workflow/workflow-ids.ts';
import type { Temporal } from './connect-temporal.ts';
import { isTemporalUnreachable } from './is-temporal-unreachable.ts';

/**
 * - `done`: the turn is projected. `refused`: the instance can't take the event as it stands.
 * - `gone`: no such workflow runs: the instance has ended, has not begun, or Temporal has lost it.
 * - `unreachable`: nobody answered in time; it may happen yet.
 */
export type Delivered = { readonly kind: 'done' } | { readonly kind: 'refused'; readonly refusal: Refusal } | { readonly kind: 'gone' } | { readonly kind: 'unreachable' };

/** How long the answer to a delivery is waited for, in milliseconds. */
const PATIENCE = 10_000;

/** Brings an event to a running instance, by an update whose id is the event's. A workflow that continues as new is asked again. */
export async function deliver({ client }: Temporal, tenantId: string, processInstanceKey: string, delivery: Delivery): Promise<Delivered> {
  const handle = client.workflow.getHandle(processWorkflowId(tenantId, processInstanceKey));
  const deadline = Date.now() + PATIENCE;
  for (let wait = 20; ; wait = Math.min(wait * 2, 500)) {
    try {
      return await client.withDeadline(deadline, () => handle.executeUpdate<Verdict, [Delivery]>(DELIVER, { args: [delivery], updateId: delivery.event.id }));
    } catch (error) {
      const delivered = understood(error);
      if (delivered !== 'again') return delivered;
      if (Date.now() + wait > deadline) return { kind: 'unreachable' };
      await pause(wait);
    }
  }
}

function understood(error: unknown): Delivered | 'again' {
  if (error instanceof WorkflowNotFoundError) return { kind: 'gone' };
  if (error instanceof WorkflowUpdateFailedError && error.cause instanceof ApplicationFailure) {
    if (error.cause.type === REFUSED) return { kind: 'refused', refusal: error.cause.details![0] as Refusal };
    if (error.cause.type === CONTINUING) return 'again';
  }
  if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError || isTemporalUnreachable(error)) return { kind: 'unreachable' };
  throw error;
}
