import { setTimeout as pause } from 'node:timers/promises';
import type { EventBody, Json, KernelEvent, Variables } from '../../kernel/index.ts';
import { answerRequest, findRequest, type StoredRequest } from '../../store/index.ts';
import type { Backend } from './open-backend.ts';
import { deliver } from './deliver.ts';
import { done, unavailable, wrongState, type Outcome } from './outcome.ts';
import { recoverInstance } from './recover-instance.ts';
import { startRun } from './start-run.ts';
import { tenantTime } from './tenant-time.ts';

/** The command of a request that brings an event. */
export interface AskedDelivery {
  readonly event: EventBody;
  readonly zone?: string;
  readonly reason?: string;
}

/** The command of a request that starts an instance. */
export interface AskedStart {
  readonly processDefinitionKey: string;
  readonly modelHash: string;
  readonly variables: Variables;
  readonly startElementId?: string;
  readonly zone?: string;
}

export const CREATE_PROCESS_INSTANCE = 'createProcessInstance';

/** Sends a request that stands in the store, for the first time or again, and gives its answer. The turn that it leads to records the answer. */
export function sendRequest(backend: Backend, tenantId: string, request: StoredRequest): Promise<Outcome<Json>> {
  return request.operation === CREATE_PROCESS_INSTANCE ? sendStart(backend, tenantId, request) : sendEvent(backend, tenantId, request);
}

async function sendStart(backend: Backend, tenantId: string, { requestId, actor, processInstanceKey, command }: StoredRequest): Promise<Outcome<Json>> {
  const { processDefinitionKey, modelHash, variables, startElementId, zone } = command as unknown as AskedStart;
  const event = {
    id: requestId, at: await tenantTime(backend, tenantId), type: 'instance started', variables, ...(startElementId !== undefined && { startElementId }),
  } as const;
  const begun = await startRun(backend, {
    tenantId, processInstanceKey: processInstanceKey!, processDefinitionKey, modelHash,
    begin: { type: 'start', delivery: { event, actor, answer: answerOf(done({ processInstanceKey })), ...(zone !== undefined && { zone }) } },
  });
  return begun === 'unreachable' ? unavailable : awaitAnswer(backend, tenantId, requestId);
}

/** The first turn is no update, so its end is looked for: often at first, since it takes some ten milliseconds. */
async function awaitAnswer({ store, settlements }: Backend, tenantId: string, requestId: string): Promise<Outcome<Json>> {
  const deadline = Date.now() + 10_000;
  for (let wait = 8; ; wait = Math.min(wait * 1.5, 250)) {
    await pause(wait);
    const request = await store.inTenant(tenantId, (tx) => findRequest(tx, requestId));
    if (request?.answer !== undefined) {
      settlements.note(tenantId, requestId);
      return request.answer as unknown as Outcome<Json>;
    }
    if (Date.now() > deadline) return unavailable;
  }
}

async function sendEvent(backend: Backend, tenantId: string, { requestId, actor, processInstanceKey, command }: StoredRequest): Promise<Outcome<Json>> {
  const { event, zone, reason } = command as unknown as AskedDelivery;
  const delivered = await deliver(backend, tenantId, processInstanceKey!, {
    event: { ...event, id: requestId, at: await tenantTime(backend, tenantId) } as KernelEvent, actor, answer: answerOf(done(null)),
    ...(zone !== undefined && { zone }), ...(reason !== undefined && { reason }),
  });
  switch (delivered.kind) {
    case 'done':
      backend.settlements.note(tenantId, requestId);
      return done(null);
    case 'refused':
      return settle(backend, tenantId, requestId, wrongState(delivered.refusal.message));
    case 'gone': {
      const state = await recoverInstance(backend, tenantId, processInstanceKey!);
      return state === 'ended' ? settle(backend, tenantId, requestId, wrongState('The process instance has ended.')) : unavailable;
    }
    case 'unreachable':
      return unavailable;
    default:
      return delivered satisfies never;
  }
}

/** Answers a request that no turn will answer, unless one has done so: then that is the answer. Temporal knows of it either way. */
async function settle({ store }: Backend, tenantId: string, requestId: string, outcome: Outcome<Json>): Promise<Outcome<Json>> {
  return store.inTenant(tenantId, async (tx) => {
    await answerRequest(tx, requestId, answerOf(outcome));
    return ((await findRequest(tx, requestId))?.answer as unknown as Outcome<Json> | undefined) ?? outcome;
  });
}

const answerOf = (outcome: Outcome<Json>): Json => outcome as unknown as Json;
