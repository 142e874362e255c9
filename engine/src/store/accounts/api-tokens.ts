import { sql } from 'kysely';
import type { ApiToken } from '../../contract/index.ts';
import type { Actor } from '../audit/actor.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Tx } from '../open-store.ts';

export interface NewApiToken {
  readonly tokenId: string;
  /** SHA-256 of the secret, base64url. */
  readonly tokenHash: string;
  readonly clientId: string;
  readonly name: string;
  /** The roles that the client has from now on. */
  readonly roles: readonly string[];
  /** ISO instant. */
  readonly expiresAt: string | null;
}

/** Makes a token, and gives its client these roles and no others. `at` is epoch milliseconds. */
export async function createApiToken(tx: Tx, token: NewApiToken, actor: Actor, at: number): Promise<void> {
  const { tokenId, clientId, roles, expiresAt } = token;
  const now = new Date(at).toISOString();
  await sql`insert into api_tokens (tenant_id, token_id, token_hash, client_id, name, created_by, created_at, expires_at)
    values (current_setting('app.tenant'), ${tokenId}, ${token.tokenHash}, ${clientId}, ${token.name}, ${actor.id}, ${now}, ${expiresAt})`.execute(tx);
  await sql`delete from role_assignments where member_type = 'client' and member_id = ${clientId} and role_id <> all(${[...roles]}::text[])`.execute(tx);
  await sql`insert into role_assignments (tenant_id, role_id, member_type, member_id, created_at)
    select current_setting('app.tenant'), r, 'client', ${clientId}, ${now}::timestamptz from unnest(${[...roles]}::text[]) r on conflict do nothing`.execute(tx);
  await appendAudit(tx, { stream: `client/${clientId}`, actor, at }, [{ ...clientEntry(clientId), operation_type: 'CREATE', new_value: JSON.stringify({ tokenId, name: token.name, roles, expiresAt }) }]);
}

export async function listApiTokens(tx: Tx): Promise<ApiToken[]> {
  const { rows } = await sql<ApiToken>`
    select t.token_id as "tokenId", t.client_id as "clientId", t.name, t.created_by as "createdBy", t.created_at as "createdAt", t.expires_at as "expiresAt", t.revoked_at as "revokedAt",
      array(select r.role_id from role_assignments r where r.member_type = 'client' and r.member_id = t.client_id order by 1) as roles
    from api_tokens t where t.tenant_id = current_setting('app.tenant') order by t.created_at, t.token_id`.execute(tx);
  return rows;
}

/** @returns false where there is no such token, or it was revoked before. */
export async function revokeApiToken(tx: Tx, tokenId: string, actor: Actor, at: number): Promise<boolean> {
  const { rows } = await sql<{ client_id: string }>`
    update api_tokens set revoked_at = ${new Date(at).toISOString()} where tenant_id = current_setting('app.tenant') and token_id = ${tokenId} and revoked_at is null returning client_id`.execute(tx);
  const [revoked] = rows;
  if (revoked === undefined) return false;
  await appendAudit(tx, { stream: `client/${revoked.client_id}`, actor, at }, [{ ...clientEntry(revoked.client_id), operation_type: 'DELETE', old_value: JSON.stringify({ tokenId }) }]);
  return true;
}

function clientEntry(clientId: string) {
  return { category: 'ADMIN', entity_type: 'CLIENT', entity_key: clientId, entity_description: clientId } as const;
}
