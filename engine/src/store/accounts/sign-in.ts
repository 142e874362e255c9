import { sql } from 'kysely';
import type { Actor } from '../audit/actor.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { AuditEntry } from '../audit/entry.ts';
import type { Tx } from '../open-store.ts';
import { findAccount, type Account } from './find-account.ts';

/** So many failures in a row lock an account. */
export const mostFailures = 5;
/** For so long, in milliseconds. */
export const lockedFor = 15 * 60_000;

export type SignInAttempt = { readonly kind: 'try'; readonly account: Account } | { readonly kind: 'unknown' } | { readonly kind: 'locked' } | { readonly kind: 'disabled' };

/**
 * Counts an attempt to sign in before its password is looked at, so that many at once can't outrun the lock; `signInSucceeded` takes the
 * count back. `at` is epoch milliseconds.
 */
export async function beginSignIn(tx: Tx, userId: string, at: number): Promise<SignInAttempt> {
  const user = await tx.selectFrom('users').where('user_id', '=', userId).forUpdate().select(['failed_attempts', 'locked_until', 'disabled_at', 'password_hash']).executeTakeFirst();
  if (user === undefined || user.password_hash === null) return { kind: 'unknown' };
  if (user.disabled_at !== null) return { kind: 'disabled' };
  if (user.locked_until !== null && Date.parse(user.locked_until) > at) return { kind: 'locked' };
  const failures = (user.locked_until === null ? user.failed_attempts : 0) + 1;
  const lockedUntil = failures >= mostFailures ? new Date(at + lockedFor) : null;
  await tx.updateTable('users').set({ failed_attempts: failures, locked_until: lockedUntil, ...(lockedUntil !== null && { credentials_changed_at: new Date(at) }) }).where('user_id', '=', userId).execute();
  const account = await findAccount(tx, userId);
  if (account === undefined) throw new Error(`user ${userId} vanished under its lock`);
  return { kind: 'try', account };
}

/** The password was wrong. */
export async function signInFailed(tx: Tx, account: Account, at: number, address: string | null): Promise<void> {
  const anonymous: Actor = { type: 'anonymous', id: 'anonymous', name: 'anonymous' };
  const event = account.lockedUntil === null ? 'sign-in failed' : 'sign-in failed, account locked';
  await appendAudit(tx, { stream: `user/${account.userId}`, actor: anonymous, at }, [{ ...userEntry(account), result: 'FAIL', details: JSON.stringify({ event, address, lockedUntil: account.lockedUntil }) }]);
}

export interface NewSession {
  readonly hash: string;
  readonly csrfToken: string;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
  readonly address: string | null;
  readonly userAgent: string | null;
}

/** The password was right. With a session, it begins and a line says so; HTTP Basic has none. */
export async function signInSucceeded(tx: Tx, account: Account, at: number, session: NewSession | null): Promise<void> {
  await sql`update users set failed_attempts = 0, locked_until = null where user_id = ${account.userId} and failed_attempts > 0`.execute(tx);
  if (session === null) return;
  const now = new Date(at).toISOString();
  await sql`
    insert into sessions (tenant_id, session_hash, user_id, csrf_token, address, user_agent, created_at, last_seen_at, expires_at)
    values (current_setting('app.tenant'), ${session.hash}, ${account.userId}, ${session.csrfToken}, ${session.address}, ${session.userAgent}, ${now}, ${now}, ${new Date(session.expiresAt).toISOString()})`.execute(tx);
  await appendAudit(tx, { stream: `user/${account.userId}`, actor: userActor(account), at }, [{ ...userEntry(account), details: JSON.stringify({ event: 'signed in', address: session.address }) }]);
}

export async function touchSession(tx: Tx, sessionHash: string, at: number): Promise<void> {
  await tx.updateTable('sessions').set({ last_seen_at: new Date(at) }).where('session_hash', '=', sessionHash).execute();
}

export async function endSession(tx: Tx, account: { readonly userId: string; readonly name: string }, sessionHash: string, at: number): Promise<void> {
  await tx.updateTable('sessions').set({ revoked_at: new Date(at) }).where('session_hash', '=', sessionHash).where('revoked_at', 'is', null).execute();
  await appendAudit(tx, { stream: `user/${account.userId}`, actor: userActor(account), at }, [{ ...userEntry(account), details: JSON.stringify({ event: 'signed out' }) }]);
}

function userActor({ userId, name }: { readonly userId: string; readonly name: string }): Actor {
  return { type: 'user', id: userId, name };
}

function userEntry({ userId, name }: { readonly userId: string; readonly name: string }): Omit<AuditEntry, 'operation_type'> & { operation_type: 'UPDATE' } {
  return { category: 'ADMIN', entity_type: 'USER', entity_key: userId, entity_description: name, operation_type: 'UPDATE' };
}
