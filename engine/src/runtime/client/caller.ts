import { createHash, randomUUID } from 'node:crypto';
import type { Actor } from '../../store/index.ts';

/** Who asks for something, and by which request. */
export interface Caller {
  readonly tenantId: string;
  readonly actor: Actor;
  /** Chosen by whoever serves the request; one is made up when absent. */
  readonly requestId?: string;
  /** The caller's own name for the request: the same key is done once and answered the same, for 30 days. */
  readonly idempotencyKey?: string;
  /** SHA-256 of what was asked; of the verb's arguments when absent. */
  readonly bodyDigest?: string;
  /** Zone in which the actor says times; UTC when absent. */
  readonly zone?: string;
}

/** The id of a request: with an idempotency key the same for the same caller and key, whichever server it comes to. */
export function requestIdOf({ actor, requestId, idempotencyKey }: Pick<Caller, 'actor' | 'requestId' | 'idempotencyKey'>): string {
  if (idempotencyKey === undefined) return requestId ?? randomUUID();
  return createHash('sha256').update(JSON.stringify([actor.type, actor.id, idempotencyKey])).digest('base64url');
}

export const digestOf = (command: unknown): string => createHash('sha256').update(JSON.stringify(command)).digest('base64url');
