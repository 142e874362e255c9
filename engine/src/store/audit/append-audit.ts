import { sql } from 'kysely';
import type { Tx } from '../open-store.ts';
import { storableJson } from '../storable.ts';
import { actorTypes, type Actor } from './actor.ts';
import type { AuditEntry } from './entry.ts';

/** What all lines of one deed share. */
export interface AuditDeed {
  /** The chain the lines belong to: `process-instance/<key>`, `user/<id>`, `process-definition/<id>`, `message`, ... */
  readonly stream: string;
  readonly actor: Actor;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Zone in which the actor said the time; UTC when absent. */
  readonly zone?: string | undefined;
  readonly requestId?: string | undefined;
  readonly reason?: string | undefined;
}

/** The stream of a process instance: its turns, and whatever is done to its tasks, jobs and incidents beside them. */
export function instanceStream(processInstanceKey: string): string {
  return `process-instance/${processInstanceKey}`;
}

/** Appends lines to their stream in this transaction. The stream's head stays locked until the end of it, so call this last. */
export async function appendAudit(tx: Tx, deed: AuditDeed, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const common = {
    stream: deed.stream, at: new Date(deed.at).toISOString(), zone: deed.zone ?? 'UTC', actor_type: actorTypes[deed.actor.type], actor_id: deed.actor.id,
    actor_name: deed.actor.name, result: 'SUCCESS', request_id: deed.requestId ?? null, reason: deed.reason ?? null,
  };
  await sql`select append_audit(jsonb_populate_record(jsonb_populate_record(null::audit_log, jsonb_build_object('tenant_id', current_setting('app.tenant'))), ${storableJson(common)}::jsonb),
    ${storableJson(entries)}::jsonb)`.execute(tx);
}
