import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalEntry, GENESIS, hashOf, type AuditRow } from './canonical-entry.ts';
import { verifyStream } from './verify-stream.ts';

function chain(values: readonly string[]): AuditRow[] {
  let previous: Buffer = GENESIS;
  return values.map((value, i) => {
    const row = { audit_log_key: String(100 + i), tenant_id: 't', stream: 's', position: String(i + 1), actor_id: 'ana', new_value: value, reason: null, previous_hash: previous, hash: GENESIS } as unknown as AuditRow;
    previous = hashOf(canonicalEntry(row));
    return { ...row, hash: previous };
  });
}

const streams = fc.array(fc.string(), { minLength: 3, maxLength: 12 }).map(chain);
const known = (rows: readonly AuditRow[]) => ({ length: BigInt(rows.length), hashes: new Map([[BigInt(rows.length), rows.at(-1)!.hash]]) });
const byPosition = (rows: AuditRow[]) => rows.toSorted((a, b) => Number(BigInt(a.position) - BigInt(b.position)));

test('a stream as it was written has no findings', () => {
  fc.assert(
    fc.property(streams, (rows) => {
      expect(verifyStream('s', rows, known(rows))).toEqual([]);
    }),
  );
});

test('one changed value is named, and nothing else', () => {
  fc.assert(
    fc.property(streams, fc.nat(), fc.string(), fc.boolean(), (rows, at, value, rehash) => {
      const index = at % rows.length;
      fc.pre(rows[index]!.new_value !== value && (!rehash || index < rows.length - 1));
      const changed = { ...rows[index]!, new_value: value };
      if (rehash) changed.hash = hashOf(canonicalEntry(changed));
      const findings = verifyStream('s', rows.with(index, changed), known(rows));
      expect(findings.map(({ kind, position }) => `${kind} ${position}`)).toEqual([`altered ${index + 1}`]);
    }),
  );
});

test('removed rows are named, renumbered or not', () => {
  fc.assert(
    fc.property(streams, fc.nat(), fc.boolean(), (rows, at, renumber) => {
      const index = at % rows.length;
      const left = rows.toSpliced(index, 1).map((row, i) => (renumber ? { ...row, position: String(i + 1) } : row));
      expect(verifyStream('s', left, known(rows)).map(({ kind, position }) => `${kind} ${position}`)).toEqual([`${index === rows.length - 1 ? 'cut tail' : 'removed'} ${index + 1}`]);
    }),
  );
});

test('two rows that changed places are both named', () => {
  fc.assert(
    fc.property(streams, fc.nat(), fc.nat(), (rows, one, other) => {
      const [a, b] = [one % rows.length, other % rows.length];
      fc.pre(a !== b);
      const swapped = byPosition(rows.with(a, { ...rows[a]!, position: rows[b]!.position }).with(b, { ...rows[b]!, position: rows[a]!.position }));
      const findings = verifyStream('s', swapped, known(rows));
      expect(findings.map(({ kind, position }) => `${kind} ${position}`).toSorted()).toEqual([`re-ordered ${a + 1}`, `re-ordered ${b + 1}`].toSorted());
    }),
  );
});

test('a row put in is named, wherever it stands and whether or not it is hashed well', () => {
  fc.assert(
    fc.property(streams, fc.nat(), fc.boolean(), (rows, at, rehash) => {
      const index = at % (rows.length + 1);
      const forged = { ...rows[0]!, audit_log_key: '999', new_value: 'forged', position: String(index + 1), previous_hash: rows[index - 1]?.hash ?? GENESIS };
      forged.hash = rehash ? hashOf(canonicalEntry(forged)) : Buffer.alloc(32, 7);
      const shifted = rows.map((row, i) => (i >= index ? { ...row, position: String(i + 2) } : row));
      const findings = verifyStream('s', byPosition([...shifted, forged]), known(rows));
      expect(findings.map(({ kind, auditLogKey }) => `${kind} ${auditLogKey}`)).toEqual(['inserted 999']);
    }),
  );
});
