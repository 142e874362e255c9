import type { Outcome } from '../runtime/index.ts';
import type { Caller } from './access/caller.ts';
import { notFound, Problem } from './http/problem.ts';
import { unavailable } from './http/problem-of.ts';

/** The value of an outcome, or its problem. */
export function settled<T>(outcome: Outcome<T>, noun: string, key: string): T {
  switch (outcome.kind) {
    case 'done':
      return outcome.value;
    case 'not found':
      throw notFound(noun, key);
    case 'wrong state':
      throw new Problem('wrong-state', outcome.detail);
    case 'conflict':
      throw new Problem('idempotency-conflict', outcome.detail);
    case 'unavailable':
      throw unavailable();
    default:
      return outcome satisfies never;
  }
}

/** Who asks the runtime, and by which request. */
export function requestOf({ tenantId, actor, requestId, idempotencyKey, bodyDigest, account: { timeZone } }: Caller) {
  return { tenantId, actor, requestId, bodyDigest, ...(idempotencyKey !== null && { idempotencyKey }), ...(timeZone !== null && { zone: timeZone }) };
}
