import { canonicalEntry, GENESIS, hashOf, type AuditRow } from './canonical-entry.ts';

/** Something that is not as it was written, and where. */
export interface AuditFinding {
  readonly kind:
    | 'altered' | 'removed' | 'inserted' | 're-ordered' | 'cut tail' | 'rewritten' | 'head missing'
    | 'seal altered' | 'seal removed' | 'seals cut' | 'key unknown';
  readonly stream: string | null;
  /** Place in the stream, or number of the seal. */
  readonly position: string | null;
  readonly auditLogKey: string | null;
  readonly message: string;
}

/** A place in the chain and the row that was written there; no row where it is gone. */
interface Link {
  readonly place: bigint;
  readonly row: AuditRow | undefined;
  readonly isIntact: boolean;
}

/** What is known of a stream beside its rows. */
export interface KnownOfStream {
  readonly length?: bigint | undefined;
  readonly hashes: ReadonlyMap<bigint, Buffer>;
}

/**
 * Checks the chain of one stream: finds for each row the place for which its hash was computed, and from that tells what was done. What
 * was done consistently to the very end of a stream only the seals can tell.
 * @param rows all rows, in order of position.
 * @param known the stream's length by its head or its last seal, where there is one, and the hashes that these hold by place.
 */
export function verifyStream(stream: string, rows: readonly AuditRow[], known: KnownOfStream): AuditFinding[] {
  const { links, inserted } = linksOf(rows, known);
  const finding = (kind: AuditFinding['kind'], place: bigint, row: AuditRow | undefined, message: string): AuditFinding => ({
    kind, stream, position: String(place), auditLogKey: row?.audit_log_key ?? null, message,
  });
  const findings = inserted.map((row) => finding('inserted', BigInt(row.position), row, `row ${row.audit_log_key} at position ${row.position} of ${stream} does not belong to the chain`));
  const tail = links.findLastIndex((link) => link.row) + 1;
  links.forEach(({ place, row, isIntact }, i) => {
    if (!row) {
      findings.push(i < tail ? finding('removed', place, undefined, `position ${place} of ${stream} is missing`) : finding('cut tail', place, undefined, `position ${place} of ${stream}, at its end, is missing`));
    } else if (!isIntact) {
      findings.push(finding('altered', place, row, `row ${row.audit_log_key} at position ${place} of ${stream} is not what was written`));
    } else if (breaksLink(row, links[i - 1], links[i + 1])) {
      findings.push(finding('altered', place, row, `row ${row.audit_log_key} at position ${place} of ${stream} was written anew: its neighbours hold another hash`));
    }
  });
  for (const { place, row } of misplaced(links, inserted.length > 0)) {
    findings.push(finding('re-ordered', place, row, `row ${row.audit_log_key}, written at position ${place} of ${stream}, stands at ${row.position}`));
  }
  return findings;
}

/** Lays the rows out in the places for which they were written. */
function linksOf(rows: readonly AuditRow[], { length, hashes }: KnownOfStream): { links: Link[]; inserted: AuditRow[] } {
  const byPlace = new Map<bigint, AuditRow[]>();
  const broken: AuditRow[] = [];
  let end = length ?? 0n;
  for (const row of rows) {
    const place = placeOf(row);
    if (place === undefined) broken.push(row);
    else byPlace.set(place, [...(byPlace.get(place) ?? []), row]);
    const reached = place ?? (length === undefined ? BigInt(row.position) : 0n);
    if (reached > end) end = reached;
  }
  const inserted: AuditRow[] = [];
  const links: Link[] = [];
  for (let place = 1n; place <= end; place++) {
    const candidates = byPlace.get(place) ?? [];
    if (length !== undefined && place > length) {
      inserted.push(...candidates);
      continue;
    }
    const held = candidates.find((row) => hashes.get(place)?.equals(row.hash));
    const followed = candidates.find((row) => byPlace.get(place + 1n)?.some((next) => next.previous_hash.equals(row.hash)));
    const row = held ?? followed ?? candidates[0];
    inserted.push(...candidates.filter((candidate) => candidate !== row));
    links.push({ place, row, isIntact: row !== undefined });
  }
  return { links: fillWithBroken(links, broken, inserted), inserted };
}

/** A row whose hash fits no place is the altered one of a place left empty where it stands; where none is, it was put in. */
function fillWithBroken(links: readonly Link[], broken: readonly AuditRow[], inserted: AuditRow[]): Link[] {
  const filled = [...links];
  for (const row of broken) {
    const position = BigInt(row.position);
    const after = filled.findLastIndex((link) => link.row && BigInt(link.row.position) < position);
    const gap = filled.findIndex((link, i) => i > after && !link.row);
    const before = filled.findIndex((link) => link.row && BigInt(link.row.position) > position);
    if (gap >= 0 && (before < 0 || gap < before)) filled[gap] = { place: filled[gap]!.place, row, isIntact: false };
    else inserted.push(row);
  }
  return filled;
}

/** Intact in itself, but the row after it was written upon another: this one was changed and hashed again. */
function breaksLink(row: AuditRow, before: Link | undefined, after: Link | undefined): boolean {
  if (after?.row && after.isIntact) return !after.row.previous_hash.equals(row.hash);
  return before === undefined && !row.previous_hash.equals(GENESIS);
}

/** Rows that stand in another order than they were written in. Where rows were put in or taken out, the others may have been renumbered. */
function misplaced(links: readonly Link[], hasInserted: boolean): { place: bigint; row: AuditRow }[] {
  const intact = links.filter((link): link is Link & { row: AuditRow } => link.row !== undefined && link.isIntact);
  const isRenumbered = hasInserted || links.some((link) => !link.row);
  const kept = isRenumbered ? longestAscending(intact.map(({ row }) => BigInt(row.position))) : undefined;
  return intact.filter(({ place, row }, i) => (kept ? !kept.has(i) : BigInt(row.position) !== place));
}

/** Indexes of a longest ascending subsequence. */
function longestAscending(values: readonly bigint[]): Set<number> {
  const tails: number[] = [];
  const previous: (number | undefined)[] = [];
  values.forEach((value, i) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (values[tails[middle]!]! < value) low = middle + 1;
      else high = middle;
    }
    previous[i] = tails[low - 1];
    tails[low] = i;
  });
  const kept = new Set<number>();
  for (let i = tails.at(-1); i !== undefined; i = previous[i]) kept.add(i);
  return kept;
}

/** How far a row may have been moved to be recognised. */
const FARTHEST = 64n;

/** The place for which the row's hash was computed; undefined when the row's content or its hash was changed. */
function placeOf(row: AuditRow): bigint | undefined {
  const position = BigInt(row.position);
  const isWrittenAt = (place: bigint) => place > 0n && hashOf(canonicalEntry(row, String(place))).equals(row.hash);
  if (isWrittenAt(position)) return position;
  for (let distance = 1n; distance <= FARTHEST; distance++) {
    if (isWrittenAt(position - distance)) return position - distance;
    if (isWrittenAt(position + distance)) return position + distance;
  }
  return undefined;
}
