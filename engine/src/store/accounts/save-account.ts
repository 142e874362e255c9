import { sql } from 'kysely';
import type { Actor } from '../audit/actor.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Tx } from '../open-store.ts';
import { findAccount } from './find-account.ts';

export interface AccountToSave {
  readonly userId: string;
  readonly name: string;
  readonly email?: string | null;
  /** `en`, `zh-CN`. Kept as it is when absent, as is the zone. */
  readonly locale?: string;
  readonly timeZone?: string;
  /** argon2id in PHC form (`hashPassword` of the API). The password is kept as it is when absent. */
  readonly passwordHash?: string;
  /** The whole of them: what is missing here is taken away. */
  readonly groups: readonly string[];
  readonly roles: readonly string[];
}

/** Makes or changes a local account; says whether anything changed. `at` is epoch milliseconds. */
export async function saveAccount(tx: Tx, account: AccountToSave, actor: Actor, at: number): Promise<{ readonly changed: boolean }> {
  const before = await findAccount(tx, account.userId);
  const now = new Date(at).toISOString();
  await sql`
    insert into users (tenant_id, user_id, name, email, locale, time_zone, password_hash, credentials_changed_at, created_at)
    values (current_setting('app.tenant'), ${account.userId}, ${account.name}, ${account.email ?? null}, ${account.locale ?? null}, ${account.timeZone ?? null}, ${account.passwordHash ?? null}, ${now}, ${now})
    on conflict (tenant_id, user_id) do update set name = excluded.name, email = excluded.email, locale = coalesce(excluded.locale, users.locale),
      time_zone = coalesce(excluded.time_zone, users.time_zone), password_hash = coalesce(excluded.password_hash, users.password_hash)`.execute(tx);
  await sql`delete from group_memberships where user_id = ${account.userId} and group_id <> all(${[...account.groups]}::text[])`.execute(tx);
  await sql`insert into group_memberships (tenant_id, group_id, user_id, created_at) select current_setting('app.tenant'), g, ${account.userId}, ${now}::timestamptz from unnest(${[...account.groups]}::text[]) g on conflict do nothing`.execute(tx);
  await sql`delete from role_assignments where member_type = 'user' and member_id = ${account.userId} and role_id <> all(${[...account.roles]}::text[])`.execute(tx);
  await sql`insert into role_assignments (tenant_id, role_id, member_type, member_id, created_at) select current_setting('app.tenant'), r, 'user', ${account.userId}, ${now}::timestamptz from unnest(${[...account.roles]}::text[]) r on conflict do nothing`.execute(tx);
  const after = await findAccount(tx, account.userId);
  if (after === undefined) throw new Error(`user ${account.userId} was not saved`);
  const [old, made] = [before && JSON.stringify(told(before)), JSON.stringify(told(after))];
  if (old === made && before?.passwordHash === after.passwordHash) return { changed: false };
  await tx.updateTable('users').set({ credentials_changed_at: now }).where('user_id', '=', account.userId).execute();
  await appendAudit(tx, { stream: `user/${account.userId}`, actor, at }, [
    {
      category: 'ADMIN', entity_type: 'USER', entity_key: account.userId, entity_description: account.name, operation_type: before ? 'UPDATE' : 'CREATE',
      ...(old !== undefined && { old_value: old }), new_value: made, details: JSON.stringify({ passwordChanged: before?.passwordHash !== after.passwordHash }),
    },
  ]);
  return { changed: true };
}

function told({ name, email, groups, roles }: { name: string; email: string | null; groups: string[]; roles: string[] }) {
  return { name, email, groups, roles };
}

/** Choices that people make for themselves. */
export async function savePreferences(tx: Tx, userId: string, { locale, timeZone }: { locale?: string | undefined; timeZone?: string | undefined }): Promise<void> {
  await sql`update users set locale = coalesce(${locale ?? null}, locale), time_zone = coalesce(${timeZone ?? null}, time_zone) where user_id = ${userId}`.execute(tx);
}
