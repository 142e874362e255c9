import { notFound, Problem } from './http/problem.ts';
import { unavailable } from './http/problem-of.ts';
import type { Caller } from './access/caller.ts';

/** What the runtime client's verbs answer with. */
export type Outcome<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'not found' }
  | { readonly kind: 'wrong state'; readonly detail: string }
  | { readonly kind: 'conflict'; readonly detail: string }
  | { readonly kind: 'unavailable'; readonly retryAfterSeconds: number };

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
