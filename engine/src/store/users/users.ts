import { sql } from 'kysely';
import type { Tx } from '../open-store.ts';
import { appendAudit, type AuditDeed } from '../audit/append-audit.ts';

/** A local account with what it belongs to. Times are ISO. */
export interface User {
  readonly userId: string;
  readonly name: string;
  readonly email: string | null;
  readonly language: string | null;
  readonly timeZone: string | null;
  readonly passwordHash: string | null;
  /** Moves with the password, a lock, and a change of groups or roles: whatever was verified before is void. */
  readonly credentialsChangedAt: string;
  readonly mustChangePassword: boolean;
  readonly failedAttempts: number;
  readonly lockedUntil: string | null;
  readonly disabledAt: string | null;
  readonly groups: readonly string[];
  /** Roles assigned to the user or to one of the groups. */
  readonly roles: readonly string[];
}

/** Who administers, when (epoch milliseconds), and why. */
export type AdminDeed = Omit<AuditDeed, 'stream'>;

const userStream = (userId: string) => `user/${userId}`;

export async function findUser(tx: Tx, userId: string): Promise<User | undefined> {
  const { rows } = await sql<User>`
    select u.user_id as "userId", u.name, u.email, u.language, u.time_zone as "timeZone", u.password_hash as "passwordHash", u.credentials_changed_at as "credentialsChangedAt",
      u.must_change_password as "mustChangePassword", u.failed_attempts as "failedAttempts", u.locked_until as "lockedUntil", u.disabled_at as "disabledAt",
      array(select g.group_id from group_memberships g where g.tenant_id = u.tenant_id and g.user_id = u.user_id order by 1) as groups,
      array(select distinct r.role_id from role_assignments r where r.tenant_id = u.tenant_id and (r.member_type = 'user' and r.member_id = u.user_id
        or r.member_type = 'group' and r.member_id in (select g.group_id from group_memberships g where g.tenant_id = u.tenant_id and g.user_id = u.user_id)) order by 1) as roles
    from users u where u.user_id = ${userId}`.execute(tx);
  return rows[0];
}

export interface NewUser {
  readonly userId: string;
  readonly name: string;
  readonly email: string | null;
  readonly passwordHash: string | null;
  readonly mustChangePassword?: boolean;
  readonly groups: readonly string[];
  readonly roles: readonly string[];
}

/** Makes an account. Names of accounts are never used again: `false` when this one was ever taken. */
export async function createUser(tx: Tx, user: NewUser, deed: AdminDeed): Promise<boolean> {
  const at = new Date(deed.at);
  const { numAffectedRows } = await sql`
    insert into users (tenant_id, user_id, name, email, password_hash, must_change_password, credentials_changed_at, created_at)
    values (current_setting('app.tenant'), ${user.userId}, ${user.name}, ${user.email}, ${user.passwordHash}, ${user.mustChangePassword ?? false}, ${at}, ${at}) on conflict do nothing`.execute(tx);
  if (numAffectedRows === 0n) return false;
  await replaceMemberships(tx, user.userId, user.groups, user.roles, at);
  await appendAudit(tx, { ...deed, stream: userStream(user.userId) }, [
    { ...entryOf(user.userId), operation_type: 'CREATE', new_value: JSON.stringify({ name: user.name, email: user.email, groups: user.groups, roles: user.roles }) },
  ]);
  return true;
}

/** Sets groups and roles of an account to exactly these. */
export async function setMemberships(tx: Tx, userId: string, groups: readonly string[], roles: readonly string[], deed: AdminDeed): Promise<void> {
  const old = await findUser(tx, userId);
  await replaceMemberships(tx, userId, groups, roles, new Date(deed.at));
  await tx.updateTable('users').set({ credentials_changed_at: new Date(deed.at) }).where('user_id', '=', userId).execute();
  await appendAudit(tx, { ...deed, stream: userStream(userId) }, [
    { ...entryOf(userId), operation_type: 'UPDATE', old_value: JSON.stringify({ groups: old?.groups, roles: old?.roles }), new_value: JSON.stringify({ groups, roles }) },
  ]);
}

async function replaceMemberships(tx: Tx, userId: string, groups: readonly string[], roles: readonly string[], at: Date): Promise<void> {
  await tx.deleteFrom('group_memberships').where('user_id', '=', userId).execute();
  await tx.deleteFrom('role_assignments').where('member_type', '=', 'user').where('member_id', '=', userId).execute();
  await sql`insert into group_memberships (tenant_id, group_id, user_id, created_at)
    select current_setting('app.tenant'), g, ${userId}, ${at}::timestamptz from unnest(${[...groups]}::text[]) g on conflict do nothing`.execute(tx);
  await sql`insert into role_assignments (tenant_id, role_id, member_type, member_id, created_at)
    select current_setting('app.tenant'), r, 'user', ${userId}, ${at}::timestamptz from unnest(${[...roles]}::text[]) r on conflict do nothing`.execute(tx);
}

export async function setPassword(tx: Tx, userId: string, passwordHash: string, deed: AdminDeed): Promise<void> {
  await tx.updateTable('users').set({
    password_hash: passwordHash, credentials_changed_at: new Date(deed.at), must_change_password: false, failed_attempts: 0, locked_until: null,
  }).where('user_id', '=', userId).execute();
  await appendAudit(tx, { ...deed, stream: userStream(userId) }, [{ ...entryOf(userId), operation_type: 'UPDATE', details: JSON.stringify({ changed: 'password' }) }]);
}

/** Language and time zone that the person has chosen. */
export async function setPreferences(tx: Tx, userId: string, preferences: { readonly language?: string | undefined; readonly timeZone?: string | undefined }): Promise<void> {
  const changed = {
    ...(preferences.language !== undefined && { language: preferences.language }),
    ...(preferences.timeZone !== undefined && { time_zone: preferences.timeZone }),
  };
  if (Object.keys(changed).length > 0) await tx.updateTable('users').set(changed).where('user_id', '=', userId).execute();
}

/** How often a wrong password is forgiven, and how long an account is locked then, in milliseconds. */
export interface LockOut {
  readonly attempts: number;
  readonly lockFor: number;
}

/** Counts a wrong password; locks the account when it was one too many, and says so in the audit trail. @returns until when it is locked, ISO. */
export async function recordFailedSignIn(tx: Tx, userId: string, lockOut: LockOut, deed: AdminDeed): Promise<string | null> {
  const { rows } = await sql<{ failed_attempts: number; locked_until: string | null }>`
    update users set failed_attempts = case when failed_attempts + 1 >= ${lockOut.attempts}::integer then 0 else failed_attempts + 1 end,
      locked_until = case when failed_attempts + 1 >= ${lockOut.attempts}::integer then ${new Date(deed.at + lockOut.lockFor)}::timestamptz else locked_until end,
      credentials_changed_at = case when failed_attempts + 1 >= ${lockOut.attempts}::integer then ${new Date(deed.at)}::timestamptz else credentials_changed_at end
    where user_id = ${userId} returning failed_attempts, locked_until`.execute(tx);
  const [row] = rows;
  if (!row) return null;
  const isLocked = row.failed_attempts === 0;
  const details = isLocked ? { event: 'sign-in failed', lockedUntil: row.locked_until } : { event: 'sign-in failed' };
  await appendAudit(tx, { ...deed, stream: userStream(userId) }, [{ ...entryOf(userId), operation_type: 'UPDATE', result: 'FAIL', details: JSON.stringify(details) }]);
  return isLocked ? row.locked_until : null;
}

/** Forgets the wrong passwords before, and writes the sign-in into the audit trail. */
export async function recordSignIn(tx: Tx, userId: string, deed: AdminDeed): Promise<void> {
  await tx.updateTable('users').set({ failed_attempts: 0, locked_until: null }).where('user_id', '=', userId)
    .where((where) => where.or([where('failed_attempts', '>', 0), where('locked_until', 'is not', null)])).execute();
  await appendAudit(tx, { ...deed, stream: userStream(userId) }, [{ ...entryOf(userId), operation_type: 'UPDATE', details: JSON.stringify({ event: 'signed in' }) }]);
}

/** Disables an account, or lets it in again. */
export async function setDisabled(tx: Tx, userId: string, disabled: boolean, deed: AdminDeed): Promise<void> {
  const at = new Date(deed.at);
  await tx.updateTable('users').set({ disabled_at: disabled ? at : null, credentials_changed_at: at }).where('user_id', '=', userId).execute();
  await appendAudit(tx, { ...deed, stream: userStream(userId) }, [{ ...entryOf(userId), operation_type: disabled ? 'SUSPEND' : 'RESUME' }]);
}

/** Display names by user id; who has no account is left out. */
export async function namesOfUsers(tx: Tx, userIds: readonly string[]): Promise<Record<string, string>> {
  if (userIds.length === 0) return {};
  const rows = await tx.selectFrom('users').select(['user_id', 'name']).where('user_id', 'in', [...new Set(userIds)]).execute();
  return Object.fromEntries(rows.map((row) => [row.user_id, row.name]));
}

export async function listUsers(tx: Tx): Promise<{ userId: string; name: string; email: string | null; groups: string[]; roles: string[] }[]> {
  const { rows } = await sql<{ userId: string; name: string; email: string | null; groups: string[]; roles: string[] }>`
    select u.user_id as "userId", u.name, u.email,
      array(select g.group_id from group_memberships g where g.tenant_id = u.tenant_id and g.user_id = u.user_id order by 1) as groups,
      array(select r.role_id from role_assignments r where r.tenant_id = u.tenant_id and r.member_type = 'user' and r.member_id = u.user_id order by 1) as roles
    from users u where u.tenant_id = current_setting('app.tenant') order by u.user_id`.execute(tx);
  return rows;
}

function entryOf(userId: string) {
  return { category: 'ADMIN', entity_type: 'USER', entity_key: userId } as const;
}
