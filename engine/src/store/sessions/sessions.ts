import { sql } from 'kysely';
import type { Tx } from '../open-store.ts';

/** A browser's session. Only the hash of its secret is stored. Times are ISO. */
export interface StoredSession {
  readonly sessionHash: string;
  readonly userId: string;
  readonly csrfToken: string;
  readonly address: string | null;
  readonly userAgent: string | null;
  readonly createdAt: string;
  readonly lastSeenAt: string;
  readonly expiresAt: string;
}

export interface NewSession {
  readonly sessionHash: string;
  readonly userId: string;
  readonly csrfToken: string;
  readonly address: string | null;
  readonly userAgent: string | null;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly expiresAt: number;
}

export async function createSession(tx: Tx, session: NewSession): Promise<void> {
  const at = new Date(session.at);
  await sql`insert into sessions (tenant_id, session_hash, user_id, csrf_token, address, user_agent, created_at, last_seen_at, expires_at)
    values (current_setting('app.tenant'), ${session.sessionHash}, ${session.userId}, ${session.csrfToken}, ${session.address}, ${session.userAgent}, ${at}, ${at}, ${new Date(session.expiresAt)})`.execute(tx);
}

/** The session, if it is neither revoked nor over at this time (epoch milliseconds). */
export async function findSession(tx: Tx, sessionHash: string, at: number): Promise<StoredSession | undefined> {
  return tx.selectFrom('sessions').where('session_hash', '=', sessionHash).where('revoked_at', 'is', null).where('expires_at', '>', sql<string>`${new Date(at)}::timestamptz`)
    .select([
      'session_hash as sessionHash', 'user_id as userId', 'csrf_token as csrfToken', 'address', 'user_agent as userAgent', 'created_at as createdAt', 'last_seen_at as lastSeenAt',
      'expires_at as expiresAt',
    ]).executeTakeFirst();
}

/** Notes that it was used, and moves its end. */
export async function extendSession(tx: Tx, sessionHash: string, at: number, expiresAt: number): Promise<void> {
  await tx.updateTable('sessions').set({ last_seen_at: new Date(at), expires_at: new Date(expiresAt) }).where('session_hash', '=', sessionHash).execute();
}

export async function revokeSession(tx: Tx, sessionHash: string, at: number): Promise<void> {
  await tx.updateTable('sessions').set({ revoked_at: new Date(at) }).where('session_hash', '=', sessionHash).where('revoked_at', 'is', null).execute();
}

/** Signs somebody out everywhere. @returns how many sessions that were. */
export async function revokeSessionsOf(tx: Tx, userId: string, at: number): Promise<number> {
  const { numUpdatedRows } = await tx.updateTable('sessions').set({ revoked_at: new Date(at) }).where('user_id', '=', userId).where('revoked_at', 'is', null).executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Forgets sessions that ended before this time. */
export async function dropEndedSessions(tx: Tx, before: number): Promise<void> {
  await sql`delete from sessions where tenant_id = current_setting('app.tenant') and expires_at < ${new Date(before)}`.execute(tx);
}

/** A token with which a program signs in. Only its hash is stored. */
export interface ApiToken {
  readonly tokenId: string;
  readonly clientId: string;
  readonly name: string;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly lastUsedAt: string | null;
}

export async function createApiToken(
  tx: Tx, token: { readonly tokenId: string; readonly tokenHash: string; readonly clientId: string; readonly name: string; readonly createdBy: string; readonly at: number; readonly expiresAt: number | null },
): Promise<void> {
  await sql`insert into api_tokens (tenant_id, token_id, token_hash, client_id, name, created_by, created_at, expires_at)
    values (current_setting('app.tenant'), ${token.tokenId}, ${token.tokenHash}, ${token.clientId}, ${token.name}, ${token.createdBy}, ${new Date(token.at)},
      ${token.expiresAt === null ? null : new Date(token.expiresAt)})`.execute(tx);
}

/** The token with this hash, if it is neither revoked nor over; its use is noted, at most once a minute. */
export async function useApiToken(tx: Tx, tokenHash: string, at: number): Promise<ApiToken | undefined> {
  const now = sql<string>`${new Date(at)}::timestamptz`;
  const token = await tx.selectFrom('api_tokens').where('token_hash', '=', tokenHash).where('revoked_at', 'is', null)
    .where((where) => where.or([where('expires_at', 'is', null), where('expires_at', '>', now)]))
    .select(['token_id as tokenId', 'client_id as clientId', 'name', 'created_by as createdBy', 'created_at as createdAt', 'expires_at as expiresAt', 'last_used_at as lastUsedAt']).executeTakeFirst();
  if (token && (token.lastUsedAt === null || Date.parse(token.lastUsedAt) < at - 60_000)) {
    await tx.updateTable('api_tokens').set({ last_used_at: new Date(at) }).where('token_id', '=', token.tokenId).execute();
  }
  return token;
}

export async function revokeApiToken(tx: Tx, tokenId: string, at: number): Promise<void> {
  await tx.updateTable('api_tokens').set({ revoked_at: new Date(at) }).where('token_id', '=', tokenId).where('revoked_at', 'is', null).execute();
}
