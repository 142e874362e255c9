import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { sql } from 'kysely';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../../test/fresh-database.ts';
import { ana, deployFiles, keyOfProcess, processFile, SampleInstance } from '../../../test/sample-turns.ts';
import { appendAudit, ensureTenant, openSealKey, openStore, readLastSeal, sealStreams, verifyAudit, type AuditFinding, type SealKey, type Store } from '../index.ts';
import { canonicalEntry, hashOf, type AuditRow } from './canonical-entry.ts';

const tenantId = 'acme';

describe('the audit trail', () => {
  let database: FreshDatabase;
  let store: Store;
  let owner: pg.Client;
  let folder: string;
  let key: SealKey;
  let stream: string;

  beforeEach(async () => {
    database = await freshDatabase();
    store = openStore({ url: database.appUrl });
    owner = new pg.Client({ connectionString: database.ownerUrl });
    await owner.connect();
    await owner.query("set app.tenant = 'acme'");
    await owner.query('alter table audit_log disable trigger append_only; alter table seals disable trigger append_only');
    folder = mkdtempSync(join(tmpdir(), 'seals-'));
    key = openSealKey(folder);
    await ensureTenant(store, { tenantId, name: 'Acme', isTest: false });
    const instance = await SampleInstance.start(store, tenantId, keyOfProcess(await deployFiles(store, tenantId, processFile('review'))), { a: 1 });
    for (let i = 0; i < 4; i++) await instance.turn({ type: 'variables updated', scopeKey: instance.key, variables: {}, local: false }, { facts: instance.variablesSet({ a: i + 2 }, { a: i + 1 }) });
    stream = `process-instance/${instance.key}`;
  });
  afterEach(async () => {
    await store.close();
    await owner.end();
    await database.drop();
    rmSync(folder, { recursive: true });
  });

  const verify = async (): Promise<readonly AuditFinding[]> => (await verifyAudit(store, tenantId, { keys: [key], lastSeal: readLastSeal(folder, tenantId) })).findings;
  const told = async () => (await verify()).map(({ kind, stream: where, position }) => `${kind} ${where === stream ? 'instance' : where} ${position}`);
  const seal = () => sealStreams(store, tenantId, key, folder);
  const rowsOf = async (name: string): Promise<AuditRow[]> => store.inTenant(tenantId, (tx) => tx.selectFrom('audit_log').selectAll().where('stream', '=', name).orderBy('position').execute());

  /** Rewrites a stream from a position on so that its chain is whole again, head and all: what an owner who knows the code could do. */
  async function rechain(from: number): Promise<void> {
    const rows = await rowsOf(stream);
    let previous: Buffer = from === 1 ? Buffer.alloc(32) : rows[from - 2]!.hash;
    for (const row of rows.slice(from - 1)) {
      const hash = hashOf(canonicalEntry({ ...row, previous_hash: previous }));
      await owner.query('update audit_log set previous_hash = $1, hash = $2 where audit_log_key = $3', [previous, hash, row.audit_log_key]);
      previous = hash;
    }
    await owner.query('update audit_streams set hash = $1, position = $2 where stream = $3', [previous, rows.at(-1)!.position, stream]);
  }

  test('as it was written is found whole, sealed or not', async () => {
    expect(await verifyAudit(store, tenantId, { keys: [key] })).toEqual({ tenantId, streams: 2, rows: 11, seals: 0, unsealedStreams: 2, findings: [] });
    expect(await seal()).toBe(2);
    expect(await seal()).toBe(0);
    expect(await verifyAudit(store, tenantId, { keys: [key], lastSeal: readLastSeal(folder, tenantId) })).toEqual({ tenantId, streams: 2, rows: 11, seals: 1, unsealedStreams: 0, findings: [] });
  });

  test.each([
    ["actor_id = 'bo'"], ["actor_name = 'Bo'"], ["new_value = '99'"], ["old_value = '77'"], ["at = at + interval '1 second'"], ["zone = 'Asia/Shanghai'"], ["reason = 'because'"],
    ["operation_type = 'CREATE'"], ["process_definition_id = 'other'"], ['audit_log_key = audit_log_key + 100000'], ["hash = '\\x00'"], ["hash = decode(repeat('ab', 32), 'hex')"],
  ])('an altered row is named: %s', async (change) => {
    await owner.query(`update audit_log set ${change} where stream = $1 and position = 5`, [stream]);
    expect(await told()).toEqual(['altered instance 5']);
  });

  test('a row altered and hashed again is named by its neighbours', async () => {
    await owner.query("update audit_log set new_value = '99' where stream = $1 and position = 5", [stream]);
    const row = (await rowsOf(stream))[4]!;
    await owner.query('update audit_log set hash = $1 where audit_log_key = $2', [hashOf(canonicalEntry(row)), row.audit_log_key]);
    expect(await told()).toEqual(['altered instance 5']);
  });

  test('the last row altered and hashed again is named by the head', async () => {
    await owner.query("update audit_log set new_value = '99' where stream = $1 and position = 10", [stream]);
    const row = (await rowsOf(stream))[9]!;
    await owner.query('update audit_log set hash = $1 where audit_log_key = $2', [hashOf(canonicalEntry(row)), row.audit_log_key]);
    expect(await told()).toEqual(['altered instance 10']);
  });

  test('a removed row is named, also where the rest was renumbered', async () => {
    await owner.query('delete from audit_log where stream = $1 and position = 4', [stream]);
    expect(await told()).toEqual(['removed instance 4']);
    for (let position = 5; position <= 10; position++) await owner.query('update audit_log set position = position - 1 where stream = $1 and position = $2', [stream, position]);
    expect(await told()).toEqual(['removed instance 4']);
  });

  test('the first rows removed are named', async () => {
    await owner.query('delete from audit_log where stream = $1 and position <= 2', [stream]);
    expect(await told()).toEqual(['removed instance 1', 'removed instance 2']);
  });

  test('re-ordered rows are named', async () => {
    await owner.query('update audit_log set position = 999 where stream = $1 and position = 3', [stream]);
    await owner.query('update audit_log set position = 3 where stream = $1 and position = 7', [stream]);
    await owner.query('update audit_log set position = 7 where stream = $1 and position = 999', [stream]);
    expect(await told()).toEqual(['re-ordered instance 3', 're-ordered instance 7']);
  });

  test('an inserted row is named, hashed well or badly, in the middle or at the end', async () => {
    const clone = async (from: number, to: number, rehash: boolean) => {
      const rows = await rowsOf(stream);
      const row = { ...rows[from - 1]!, audit_log_key: '777', position: String(to), previous_hash: rows[to - 2]?.hash ?? Buffer.alloc(32), reason: 'forged' };
      if (rehash) row.hash = hashOf(canonicalEntry(row));
      const columns = Object.keys(row);
      await owner.query(`insert into audit_log (${columns.join()}) values (${columns.map((_, i) => `$${i + 1}`).join()})`, Object.values(row));
    };
    const shift = async () => {
      for (let position = 10; position >= 6; position--) await owner.query('update audit_log set position = position + 1 where stream = $1 and position = $2', [stream, position]);
    };
    await clone(2, 11, true);
    expect(await told()).toEqual(['inserted instance 11']);
    await owner.query('delete from audit_log where audit_log_key = 777');
    await shift();
    await clone(2, 6, true);
    expect(await told()).toEqual(['inserted instance 6']);
    await owner.query('delete from audit_log where audit_log_key = 777');
    await clone(2, 6, false);
    expect(await told()).toEqual(['inserted instance 6']);
  });

  test('a cut tail is named by the head', async () => {
    await owner.query('delete from audit_log where stream = $1 and position > 8', [stream]);
    expect(await told()).toEqual(['cut tail instance 9', 'cut tail instance 10']);
  });

  test('a cut tail whose head was cut with it is named by the seal', async () => {
    await seal();
    await owner.query('delete from audit_log where stream = $1 and position > 8', [stream]);
    await owner.query('update audit_streams set position = 8, sealed_position = 8, hash = (select hash from audit_log where stream = $1 and position = 8) where stream = $1', [stream]);
    expect(await told()).toEqual(['cut tail instance 9', 'cut tail instance 10']);
  });

  test('a stream gone without a trace is named by the seal', async () => {
    await seal();
    await owner.query('delete from audit_log where stream = $1', [stream]);
    expect((await told()).length).toBe(10);
    await owner.query('delete from audit_streams where stream = $1', [stream]);
    expect(await told()).toEqual(['removed instance 1']);
  });

  test('a stream without its head is named', async () => {
    await owner.query('delete from audit_streams where stream = $1', [stream]);
    expect(await told()).toEqual(['head missing instance null']);
  });

  test('a stream rewritten to its very end is named by the seals, from where they still agree', async () => {
    await seal();
    const instance = SampleInstance.at(store, tenantId, stream.split('/')[1]!);
    await instance.turn({ type: 'cancel requested' }, { step: 5 });
    await seal();
    await owner.query("update audit_log set new_value = '99' where stream = $1 and position = 5", [stream]);
    await rechain(5);
    expect(await told()).toEqual(['rewritten instance 1']);
    expect((await verify())[0]!.message).toContain('between position 1 and 10 it is not what seal 1 holds');
  });

  test('what was rewritten between two seals is named as between them', async () => {
    await seal();
    const instance = SampleInstance.at(store, tenantId, stream.split('/')[1]!);
    await instance.turn({ type: 'cancel requested', reason: 'x' }, { step: 5 });
    await seal();
    await owner.query("update audit_log set reason = 'y' where stream = $1 and position = 11", [stream]);
    await rechain(11);
    expect(await told()).toEqual(['rewritten instance 11']);
  });

  describe('seals', () => {
    beforeEach(async () => {
      for (let i = 0; i < 4; i++) {
        await store.inTenant(tenantId, (tx) => appendAudit(tx, { stream: 'user/ana', actor: ana, at: 1_000 + i }, [{ category: 'ADMIN', entity_type: 'USER', entity_key: 'ana', operation_type: 'UPDATE' }]));
        await seal();
      }
    });

    test('altered, hashed again or not, are named', async () => {
      await owner.query("update seals set at = at + interval '1 second' where number = 2");
      expect(await told()).toEqual(['seal altered null 2']);
      await owner.query("update seals set heads = 'not json' where number = 2");
      expect(await told()).toContain('seal altered null 2');
    });

    test('removed are named', async () => {
      await owner.query('delete from seals where number = 2');
      expect(await told()).toEqual(['seal removed null 2']);
    });

    test('cut are named by the file outside', async () => {
      await owner.query('delete from seals where number > 2');
      await owner.query('update audit_streams set sealed_position = 0');
      expect(await told()).toEqual(['seals cut null 4']);
      expect((await verify())[0]!.message).toContain('ends with 2, but seal 4 was made');
    });

    test('made with another key, or anew, are named', async () => {
      const other = openSealKey(join(folder, 'other'));
      expect((await verifyAudit(store, tenantId, { keys: [other] })).findings.map((finding) => finding.kind)).toEqual(['key unknown', 'key unknown', 'key unknown', 'key unknown']);
      await owner.query('delete from seals; ');
      await owner.query('update audit_streams set sealed_position = 0');
      await sealStreams(store, tenantId, key, join(folder, 'other'));
      expect(await told()).toEqual(['seals cut null 4']);
    });

    test('the key is for its owner alone, and is the same again', () => {
      expect(statSync(join(folder, 'audit-seal-key.pem')).mode & 0o777).toBe(0o600);
      expect(openSealKey(folder).keyId).toBe(key.keyId);
      expect(readFileSync(join(folder, 'audit-seal-key.pub.pem'), 'utf8')).toContain('BEGIN PUBLIC KEY');
    });
  });

  test('many writers, one stream and many, with a sealer at work: all is whole', async () => {
    const write = (name: string, i: number) =>
      store.inTenant(tenantId, (tx) => appendAudit(tx, { stream: name, actor: ana, at: i }, [{ category: 'ADMIN', entity_type: 'USER', entity_key: String(i), operation_type: 'UPDATE' }]));
    await Promise.all([...Array.from({ length: 60 }, (_, i) => write(i % 2 === 0 ? 'user/one' : `user/${i}`, i)), ...Array.from({ length: 8 }, () => seal())]);
    await seal();
    const report = await verifyAudit(store, tenantId, { keys: [key], lastSeal: readLastSeal(folder, tenantId) });
    expect(report.findings).toEqual([]);
    expect([report.rows, report.unsealedStreams]).toEqual([71, 0]);
  });

  test('SQL and TypeScript write the same canonical text', async () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('"\\\b\f\n\r\t\u0001\u001f\u007f\u2028', '😀', '</script>', ''));
    await fc.assert(
      fc.asyncProperty(text, fc.option(text), fc.date({ min: new Date(0), max: new Date('2200-01-01'), noInvalidDate: true }), async (name, value, at) => {
        await store.inTenant(tenantId, async (tx) => {
          await appendAudit(tx, { stream: 'user/odd', actor: { ...ana, name }, at: at.getTime(), reason: value ?? undefined, requestId: name, zone: name }, [
            {
              category: 'ADMIN', entity_type: 'USER', entity_key: name, operation_type: 'UPDATE', ...(value !== null && { new_value: value, old_value: value, details: value, entity_description: value }),
              process_instance_key: '1', root_process_instance_key: '2', process_definition_key: '3', process_definition_id: name, element_instance_key: '4', element_id: name, user_task_key: '5',
              job_key: '6', decision_definition_key: '7', decision_definition_id: name, decision_requirements_key: '8', decision_requirements_id: name, decision_evaluation_key: '9',
              deployment_key: '10', form_key: '9223372036854775807', resource_key: '0', related_entity_type: 'ROLE', related_entity_key: name,
            },
          ]);
        });
      }),
      { numRuns: 60 },
    );
    const rows = await rowsOf('user/odd');
    const { rows: canonical } = await store.inTenant(tenantId, (tx) => sql<{ text: string }>`select audit_canonical(a) as text from audit_log a where stream = 'user/odd' order by position`.execute(tx));
    expect(Object.entries(rows[0]!).filter(([, value]) => value === null).map(([column]) => column).filter((column) => !['reason', 'old_value', 'new_value', 'details', 'entity_description'].includes(column))).toEqual([]);
    expect(rows.map((row) => canonicalEntry(row))).toEqual(canonical.map((row) => row.text));
    expect(await verify()).toEqual([]);
  });
});
