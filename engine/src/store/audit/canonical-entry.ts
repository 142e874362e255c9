import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Selectable } from 'kysely';
import type { AuditLogTable } from '../database.ts';

export type AuditRow = Selectable<AuditLogTable>;

/** The hash before the first row of a stream, and before the first seal. */
export const GENESIS = Buffer.alloc(32);

/**
 * The RFC 8785 text of a row, of which its hash is the SHA-256. The SQL function `audit_canonical` says the same; here it is said again,
 * independently, for those who verify. `position` is taken from the argument, so that a row can be tried in another place.
 */
export function canonicalEntry(row: AuditRow, position: string = row.position): string {
  const members: Record<string, string> = {};
  for (const [column, value] of Object.entries(row) as [keyof AuditRow, string | Buffer | null][]) {
    if (value === null || column === 'hash') continue;
    members[memberName(column)] = column === 'position' ? position : typeof value === 'string' ? value : value.toString('hex');
  }
  return canonicalize(members)!;
}

/** `process_instance_key` to `processInstanceKey`. */
function memberName(column: string): string {
  return column.replaceAll(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase());
}

export function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** A head of a stream, as a seal holds it; `hash` in hexadecimal. */
export interface SealedHead {
  readonly stream: string;
  readonly position: string;
  readonly hash: string;
}

/** The RFC 8785 text of a seal, which is hashed and signed. */
export function canonicalSeal(seal: { readonly tenantId: string; readonly number: string; readonly at: string; readonly previousHash: Buffer; readonly heads: readonly SealedHead[] }): string {
  return canonicalize({ ...seal, previousHash: seal.previousHash.toString('hex') })!;
}
