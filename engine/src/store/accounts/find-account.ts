import { sql } from 'kysely';
import type { Tx } from '../open-store.ts';

/** A local account with what it belongs to. Instants are ISO strings. */
export interface Account {
  readonly userId: string;
  readonly name: string;
  readonly email: string | null;
  readonly locale: string | null;
  readonly timeZone: string | null;
  /** argon2id in PHC form; null: cannot sign in with a password. */
  readonly passwordHash: string | null;
  /** Moves with the password, a lock, and the account's groups and roles. */
  readonly credentialsChangedAt: string;
  readonly lockedUntil: string | null;
  readonly disabledAt: string | null;
  readonly groups: string[];
  /** Roles of its own and those of its groups. */
  readonly roles: string[];
}

/** A browser session that is neither ended nor expired. */
export interface OpenSession {
  readonly csrfToken: string;
  readonly expiresAt: string;
  readonly lastSeenAt: string;
}

const accountColumns = sql`
  u.user_id as "userId", u.name, u.email, u.locale, u.time_zone as "timeZone", u.password_hash as "passwordHash", u.credentials_changed_at as "credentialsChangedAt",
  u.locked_until as "lockedUntil", u.disabled_at as "disabledAt",
  array(select m.group_id from group_memberships m where m.user_id = u.user_id order by 1) as groups,
  array(select distinct r.role_id from role_assignments r where (r.member_type = 'user' and r.member_id = u.user_id)
    or (r.member_type = 'group' and r.member_id in (select m.group_id from group_memberships m where m.user_id = u.user_id)) order by 1) as roles`;

export async function findAccount(tx: Tx, userId: string): Promise<Account | undefined> {
  const { rows } = await sql<Account>`select ${accountColumns} from users u where u.user_id = ${userId}`.execute(tx);
  return rows[0];
}

/** The account that a session belongs to. `at` is epoch milliseconds. */
export async function findAccountOfSession(tx: Tx, sessionHash: string, at: number): Promise<(Account & OpenSession) | undefined> {
  const { rows } = await sql<Account & OpenSession>`
    select ${accountColumns}, s.csrf_token as "csrfToken", s.expires_at as "expiresAt", s.last_seen_at as "lastSeenAt"
    from sessions s join users u on u.user_id = s.user_id and u.tenant_id = s.tenant_id
    where s.session_hash = ${sessionHash} and s.revoked_at is null and s.expires_at > ${new Date(at).toISOString()}`.execute(tx);
  return rows[0];
}

/** A machine that an API token speaks for. */
export interface ApiClient {
  readonly clientId: string;
  readonly name: string;
  readonly roles: string[];
}

export async function findApiClient(tx: Tx, tokenHash: string, at: number): Promise<ApiClient | undefined> {
  const { rows } = await sql<ApiClient>`
    select t.client_id as "clientId", t.name,
      array(select r.role_id from role_assignments r where r.member_type = 'client' and r.member_id = t.client_id order by 1) as roles
    from api_tokens t where t.token_hash = ${tokenHash} and t.revoked_at is null and (t.expires_at is null or t.expires_at > ${new Date(at).toISOString()})`.execute(tx);
  return rows[0];
}

/** Display names by user id; who has no account stands for itself and is left out. */
export async function displayNames(tx: Tx, userIds: readonly string[]): Promise<Record<string, string>> {
  if (userIds.length === 0) return {};
  const rows = await tx.selectFrom('users').select(['user_id', 'name']).where('user_id', 'in', [...new Set(userIds)]).execute();
  return Object.fromEntries(rows.map((row) => [row.user_id, row.name]));
}

/** Everybody with an account, for showing and choosing people. */
export async function listPeople(tx: Tx): Promise<{ userId: string; name: string }[]> {
  return tx.selectFrom('users').select(['user_id as userId', 'name']).where('disabled_at', 'is', null).orderBy('name').orderBy('user_id').execute();
}
