import type { Json } from '../kernel/index.ts';
import { requestIdOf as requestIdInRuntime } from '../runtime/index.ts';
import { answerOnce, type Tx } from '../store/index.ts';
import type { Caller } from './access/caller.ts';
import { Problem } from './http/problem.ts';

/** The id under which a request is written down. */
export function requestIdOf({ actor, requestId, idempotencyKey }: Caller): string {
  return requestIdInRuntime({ actor, requestId, ...(idempotencyKey !== null && { idempotencyKey }) });
}

/** Does what needs only the database, once for an idempotency key. Without a key it is simply done. */
export async function once<T extends Json>(tx: Tx, caller: Caller, operation: string, work: () => Promise<T>): Promise<T> {
  if (caller.idempotencyKey === null) return work();
  const answered = await answerOnce(tx, { requestId: requestIdOf(caller), operation, actor: caller.actor, bodyDigest: caller.bodyDigest }, work);
  if (answered.kind === 'conflict') throw idempotencyConflict();
  return answered.answer;
}

export function idempotencyConflict(): Problem {
  return new Problem('idempotency-conflict', 'This Idempotency-Key was used for another request. Take a new key for a new request.');
}
