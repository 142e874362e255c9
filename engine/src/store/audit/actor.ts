/** Who did something. `id` is the login or the client's id; `system` is the engine itself (a timer, a called instance). */
export interface Actor {
  readonly type: 'user' | 'client' | 'system' | 'anonymous';
  readonly id: string;
  readonly name: string;
}

/** Camunda's word for an actor's type, as the audit log holds it: it has none for the engine itself. */
export const actorTypes = { user: 'USER', client: 'CLIENT', system: 'UNKNOWN', anonymous: 'ANONYMOUS' } as const;
