import { sql } from 'kysely';
import type { Store, Tx } from '../open-store.ts';
import { canonicalSeal, GENESIS, hashOf, type AuditRow, type SealedHead } from './canonical-entry.ts';
import type { LastSeal } from './last-seal-file.ts';
import type { SealKey } from './seal-key.ts';
import { verifyStream, type AuditFinding, type KnownOfStream } from './verify-stream.ts';

export interface AuditReport {
  readonly tenantId: string;
  readonly streams: number;
  readonly rows: number;
  readonly seals: number;
  /** Rows written after the last seal: only their own chain vouches for them. */
  readonly unsealedStreams: number;
  readonly findings: readonly AuditFinding[];
}

export interface VerifyOptions {
  /** Keys that seals may be signed with. */
  readonly keys: readonly Pick<SealKey, 'keyId' | 'verify'>[];
  /** The last seal as it stands outside the database; undefined when that isn't to be checked. */
  readonly lastSeal?: LastSeal | undefined;
}

/** The last sealed head of a stream, and the seal that holds it. */
interface Sealed extends SealedHead {
  readonly seal: string;
}

/** Rows are read in pages of about this many. */
const PAGE = 5_000;

/** Checks every row, every stream, every seal of a tenant, and how they hold together. An empty list of findings means: all is as it was written. */
export async function verifyAudit(store: Store, tenantId: string, options: VerifyOptions): Promise<AuditReport> {
  const { findings, heads: sealedHeads, count: seals } = await store.inTenant(tenantId, (tx) => verifySeals(tx, options));
  let streams = 0;
  let rows = 0;
  let unsealedStreams = 0;
  const unseen = new Map(sealedHeads);
  let after = '';
  for (;;) {
    const page = await store.inTenant(tenantId, (tx) => readStreams(tx, after));
    if (page.length === 0) break;
    for (const { stream, entries, head } of page) {
      streams++;
      rows += entries.length;
      const sealed = sealedHeads.get(stream);
      unseen.delete(stream);
      if (!head) findings.push({ kind: 'head missing', stream, position: null, auditLogKey: null, message: `the head of ${stream} is missing` });
      else if (sealed === undefined || BigInt(head.position) > BigInt(sealed.position)) unsealedStreams++;
      const found = verifyStream(stream, entries, knownOf(head, sealed));
      findings.push(...found, ...checkHead(stream, entries, head, found), ...(await checkSealed(store, tenantId, stream, entries, sealed, found)));
    }
    after = page.at(-1)!.stream;
  }
  for (const sealed of unseen.values()) {
    findings.push({
      kind: 'removed', stream: sealed.stream, position: '1', auditLogKey: null, message: `all ${sealed.position} rows of ${sealed.stream} and its head are missing; seal ${sealed.seal} holds them`,
    });
  }
  return { tenantId, streams, rows, seals, unsealedStreams, findings };
}

interface StreamRows {
  readonly stream: string;
  readonly entries: AuditRow[];
  readonly head: { readonly position: string; readonly hash: Buffer } | undefined;
}

/** The next streams, whole, by name: those that have rows and those that have a head. Seen at one moment, so that it may be written to meanwhile. */
async function readStreams(tx: Tx, after: string): Promise<StreamRows[]> {
  await sql`set transaction isolation level repeatable read`.execute(tx);
  const { rows: names } = await sql<{ stream: string; size: string }>`
    select stream, sum(size) as size from (
      select stream, position as size from audit_streams where tenant_id = current_setting('app.tenant') and stream > ${after} order by stream limit 1000) s
    group by stream order by stream`.execute(tx);
  const { rows: orphans } = await sql<{ stream: string }>`
    select distinct a.stream from audit_log a where a.tenant_id = current_setting('app.tenant') and a.stream > ${after}
      ${names.length === 1000 ? sql`and a.stream <= ${names.at(-1)!.stream}` : sql``}
      and not exists (select from audit_streams s where s.tenant_id = a.tenant_id and s.stream = a.stream) order by a.stream limit 1000`.execute(tx);
  const chosen: string[] = [];
  let size = 0;
  for (const { stream, size: length } of [...names, ...orphans.map((orphan) => ({ ...orphan, size: '1' }))].toSorted((a, b) => (a.stream < b.stream ? -1 : 1))) {
    if (size > 0 && size + Number(length) > PAGE) break;
    chosen.push(stream);
    size += Number(length);
  }
  if (chosen.length === 0) return [];
  const [heads, entries] = await Promise.all([
    tx.selectFrom('audit_streams').select(['stream', 'position', 'hash']).where('stream', 'in', chosen).execute(),
    tx.selectFrom('audit_log').selectAll().where('stream', 'in', chosen).orderBy('stream').orderBy('position').execute(),
  ]);
  const byStream = Map.groupBy(entries, (entry) => entry.stream);
  return chosen.map((stream) => ({ stream, entries: byStream.get(stream) ?? [], head: heads.find((head) => head.stream === stream) }));
}

function checkHead(stream: string, entries: readonly AuditRow[], head: StreamRows['head'], found: readonly AuditFinding[]): AuditFinding[] {
  const last = entries.at(-1);
  if (!head || !last || found.length > 0 || last.hash.equals(head.hash)) return [];
  return [{ kind: 'altered', stream, position: last.position, auditLogKey: last.audit_log_key, message: `the last row of ${stream} is not the one its head holds: it was written anew` }];
}

/** A stream that is whole in itself may have been rewritten from some row to its end: its seals remember the hashes of then. */
async function checkSealed(
  store: Store, tenantId: string, stream: string, entries: readonly AuditRow[], sealed: Sealed | undefined, found: readonly AuditFinding[],
): Promise<AuditFinding[]> {
  if (!sealed || found.length > 0) return [];
  const hashAt = new Map(entries.map((entry) => [entry.position, entry.hash.toString('hex')]));
  if (hashAt.get(sealed.position) === sealed.hash) return [];
  const history = await store.inTenant(tenantId, (tx) => sealedHeadsOf(tx, stream));
  const good = history.findLast((head) => hashAt.get(head.position) === head.hash)?.position ?? '0';
  const first = history.find((head) => hashAt.get(head.position) !== head.hash)!;
  return [
    {
      kind: 'rewritten', stream, position: String(BigInt(good) + 1n), auditLogKey: entries.find((entry) => entry.position === String(BigInt(good) + 1n))?.audit_log_key ?? null,
      message: `${stream} was rewritten: between position ${BigInt(good) + 1n} and ${first.position} it is not what seal ${first.seal} holds`,
    },
  ];
}

async function sealedHeadsOf(tx: Tx, stream: string): Promise<Sealed[]> {
  const { rows } = await sql<Sealed>`
    select h.stream, h.position, h.hash, s.number as seal from seals s cross join lateral jsonb_to_recordset(s.heads::jsonb) as h(stream text, position text, hash text)
    where s.tenant_id = current_setting('app.tenant') and h.stream = ${stream} order by s.number`.execute(tx);
  return rows;
}

async function verifySeals(tx: Tx, { keys, lastSeal }: VerifyOptions): Promise<{ findings: AuditFinding[]; heads: Map<string, Sealed>; count: number }> {
  const findings: AuditFinding[] = [];
  const heads = new Map<string, Sealed>();
  const report = (kind: AuditFinding['kind'], number: bigint, message: string) => findings.push({ kind, stream: null, position: String(number), auditLogKey: null, message });
  let expected = 1n;
  let previous: Buffer = GENESIS;
  let count = 0;
  let outside: Buffer | undefined;
  for (;;) {
    const page = await tx.selectFrom('seals').selectAll().where('number', '>=', String(expected)).orderBy('number').limit(500).execute();
    if (page.length === 0) break;
    for (const seal of page) {
      const number = BigInt(seal.number);
      for (; expected < number; expected++) report('seal removed', expected, `seal ${expected} is missing`);
      const sealed = headsOf(seal.heads);
      const hash = hashOf(canonicalSeal({ tenantId: seal.tenant_id, number: seal.number, at: seal.at, previousHash: seal.previous_hash, heads: sealed }));
      const key = keys.find((known) => known.keyId === seal.key_id);
      if (!hash.equals(seal.hash) || (key && !key.verify(seal.hash, seal.signature))) report('seal altered', number, `seal ${number} is not what was signed`);
      else if (!key) report('key unknown', number, `seal ${number} is signed with key ${seal.key_id}, which is not at hand`);
      else if (!seal.previous_hash.equals(previous) && findings.at(-1)?.kind !== 'seal removed') report('seal altered', number - 1n, `seal ${number - 1n} is not the one that seal ${number} follows`);
      for (const head of sealed) heads.set(head.stream, { ...head, seal: seal.number });
      if (lastSeal?.number === seal.number) outside = seal.hash;
      previous = seal.hash;
      expected = number + 1n;
      count++;
    }
  }
  if (lastSeal && BigInt(lastSeal.number) >= expected) {
    report('seals cut', BigInt(lastSeal.number), `the chain of seals ends with ${expected - 1n}, but seal ${lastSeal.number} was made at ${lastSeal.at}`);
  } else if (lastSeal && outside?.toString('hex') !== lastSeal.hash) {
    report('seal altered', BigInt(lastSeal.number), `seal ${lastSeal.number} is not the one that was written outside`);
  }
  return { findings, heads, count };
}

/** What isn't JSON any more holds no heads, and its hash says so. */
function headsOf(text: string): SealedHead[] {
  try {
    return JSON.parse(text) as SealedHead[];
  } catch {
    return [];
  }
}

function knownOf(head: StreamRows['head'], sealed: Sealed | undefined): KnownOfStream {
  const hashes = new Map<bigint, Buffer>();
  if (sealed) hashes.set(BigInt(sealed.position), Buffer.from(sealed.hash, 'hex'));
  if (head) hashes.set(BigInt(head.position), head.hash);
  const places = [...hashes.keys()];
  return { hashes, length: places.length === 0 ? undefined : places.reduce((a, b) => (a > b ? a : b)) };
}
