import { sql } from 'kysely';
import type { Store } from '../open-store.ts';
import { canonicalSeal, GENESIS, hashOf, type SealedHead } from './canonical-entry.ts';
import { writeLastSeal } from './last-seal-file.ts';
import type { SealKey } from './seal-key.ts';

/** Streams that one seal takes in at most; what is left is sealed by the next. */
const MOST_HEADS = 5_000;

/**
 * Links the heads of all streams that have grown into the tenant's chain of seals, signs, and writes the seal outside as well. One sealer at
 * a time; streams that are being written to just now are left for the next seal, so that nobody waits.
 * @param folder where the last seal is written, outside the database.
 * @returns how many streams were sealed; 0 when none had grown or somebody else is at it.
 */
export async function sealStreams(store: Store, tenantId: string, key: SealKey, folder: string): Promise<number> {
  const sealed = await store.inTenant(tenantId, async (tx) => {
    const { rows: locked } = await sql<{ got: boolean }>`select pg_try_advisory_xact_lock(hashtextextended('seal ' || current_setting('app.tenant'), 3)) as got`.execute(tx);
    if (!locked[0]!.got) return undefined;
    const { rows: heads } = await sql<SealedHead>`
      with grown as (select s.stream from audit_streams s where s.tenant_id = current_setting('app.tenant') and s.position > s.sealed_position limit ${MOST_HEADS} for update skip locked)
      update audit_streams s set sealed_position = s.position from grown where s.tenant_id = current_setting('app.tenant') and s.stream = grown.stream
      returning s.stream, s.position, encode(s.hash, 'hex') as hash`.execute(tx);
    if (heads.length === 0) return undefined;
    heads.sort((a, b) => (a.stream < b.stream ? -1 : 1));
    const last = await tx.selectFrom('seals').select(['number', 'hash']).orderBy('number', 'desc').limit(1).executeTakeFirst();
    const number = String(BigInt(last?.number ?? 0) + 1n);
    const at = new Date().toISOString();
    const previousHash = last?.hash ?? GENESIS;
    const hash = hashOf(canonicalSeal({ tenantId, number, at, previousHash, heads }));
    const signature = key.sign(hash);
    await tx.insertInto('seals').values({ tenant_id: tenantId, number, at, heads: JSON.stringify(heads), previous_hash: previousHash, hash, key_id: key.keyId, signature }).execute();
    return { streams: heads.length, seal: { tenantId, number, at, hash: hash.toString('hex'), keyId: key.keyId, signature: signature.toString('base64') } };
  });
  if (!sealed) return 0;
  writeLastSeal(folder, sealed.seal);
  return sealed.streams;
}
