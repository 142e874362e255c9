import type { Ability, Person } from '../../policy/index.ts';

/** Whoever asks: signed in by a session, HTTP Basic or an API token. */
export interface Caller {
  readonly tenantId: string;
  readonly actor: { readonly type: 'user' | 'client'; readonly id: string; readonly name: string };
  readonly person: Person;
  readonly ability: Ability;
  /** Roles of the person that the tenant has. */
  readonly account: { readonly email: string | null; readonly language: string | null; readonly timeZone: string | null };
  readonly session: { readonly hash: string; readonly csrfToken: string; readonly expiresAt: string } | null;
  /** Of this request. */
  readonly requestId: string;
  readonly idempotencyKey: string | null;
  /** SHA-256 of method, address and body, with which an idempotency key is bound. */
  readonly bodyDigest: string;
}
