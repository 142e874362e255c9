import { sql } from 'kysely';
import type { Tx } from '../open-store.ts';

/** A number for a new record, unique in the database; some are never used. */
export async function drawNumber(tx: Tx): Promise<string> {
  const { rows } = await sql<{ number: string }>`select nextval('key_sequence')::text as number`.execute(tx);
  return rows[0]?.number ?? '';
}
