import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Store } from '../open-store.ts';

/** Keeps bytes that are too large for a workflow's history. @returns the name to read them by. */
export async function keepPayload(store: Store, tenantId: string, content: Uint8Array): Promise<string> {
  const name = createHash('sha256').update(content).digest('hex');
  await store.inTenant(tenantId, (tx) =>
    sql`insert into payloads (tenant_id, name, content) values (current_setting('app.tenant'), ${name}, ${Buffer.from(content)}) on conflict do nothing`.execute(tx));
  return name;
}

/** @throws when the tenant has no payload of this name. */
export async function readPayload(store: Store, tenantId: string, name: string): Promise<Uint8Array> {
  const { content } = await store.inTenant(tenantId, (tx) => tx.selectFrom('payloads').select('content').where('name', '=', name).executeTakeFirstOrThrow());
  return content;
}
