/** Who did something. `id` is the login or the client's id; `system` is the engine itself (a timer, a called instance). */
export interface Actor {
  readonly type: 'user' | 'client' | 'system' | 'anonymous';
  readonly id: string;
  readonly name: string;
}

/** Camunda's word for an actor's type, as the store holds it: it has none for the engine itself. */
export const actorTypes = { user: 'USER', client: 'CLIENT', system: 'UNKNOWN', anonymous: 'ANONYMOUS' } as const;

/** The actor of a row. */
export function actorOf(row: { readonly actor_type: string; readonly actor_id: string; readonly actor_name: string }): Actor {
  const type = (Object.keys(actorTypes) as Actor['type'][]).find((known) => actorTypes[known] === row.actor_type);
  if (!type) throw new Error(`no actor is of type ${row.actor_type}`);
  return { type, id: row.actor_id, name: row.actor_name };
}
