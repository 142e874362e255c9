import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshTenant, type TestStore } from '../../../test/fresh-store.ts';
import { ana, deployFiles, keyOfProcess, processFile } from '../../../test/sample-turns.ts';
import { answerRequest, beginRequest, findProcessInstance, forgetOldRequests, takeUnsettledRequests, type NewRequest, type Tx } from '../index.ts';

describe('requests', () => {
  let mine: TestStore;

  beforeAll(async () => {
    mine = await freshTenant();
  });
  afterAll(() => mine.close());

  const read = <T>(work: (tx: Tx) => Promise<T>) => mine.store.inTenant(mine.tenantId, work);
  const request = (requestId: string, changes: Partial<NewRequest> = {}): NewRequest => ({
    tenantId: mine.tenantId, requestId, operation: 'complete user task', actor: ana, bodyDigest: 'digest', command: { do: requestId }, processInstanceKey: '77', ...changes,
  });

  test('new, pending until answered, then always the same answer', async () => {
    expect(await beginRequest(mine.store, request('a'))).toEqual({ kind: 'new', processInstanceKey: '77', command: { do: 'a' } });
    expect(await beginRequest(mine.store, request('a', { command: { other: true } }))).toEqual({ kind: 'pending', processInstanceKey: '77', command: { do: 'a' } });
    await read((tx) => answerRequest(tx, 'a', { ok: 1 }));
    await read((tx) => answerRequest(tx, 'a', { ok: 2 }));
    expect(await beginRequest(mine.store, request('a'))).toEqual({ kind: 'answered', processInstanceKey: '77', answer: { ok: 1 } });
  });

  test('another body, or another person, is a conflict', async () => {
    await beginRequest(mine.store, request('b'));
    expect(await beginRequest(mine.store, request('b', { bodyDigest: 'other' }))).toEqual({ kind: 'conflict' });
    expect(await beginRequest(mine.store, request('b', { actor: { ...ana, id: 'bo' } }))).toEqual({ kind: 'conflict' });
  });

  test('of twenty who begin the same at once one is new', async () => {
    const kinds = (await Promise.all(Array.from({ length: 20 }, () => beginRequest(mine.store, request('c'))))).map((begun) => begun.kind);
    expect(kinds.toSorted()).toEqual(['new', ...Array.from({ length: 19 }, () => 'pending')]);
  });

  test('makes the row of a new instance once, or says that there is no such definition', async () => {
    const processDefinitionKey = keyOfProcess(await deployFiles(mine.store, mine.tenantId, processFile('p')));
    const creation = request('d', { operation: 'create process instance', newInstance: { processDefinitionKey, businessId: 'ECO-7', tags: ['blue'] } });
    const begun = await beginRequest(mine.store, creation);
    const again = await beginRequest(mine.store, creation);
    if (begun.kind !== 'new' || again.kind !== 'pending') throw new Error('not begun');
    expect(again.processInstanceKey).toBe(begun.processInstanceKey);
    expect(BigInt(begun.processInstanceKey!) % 1_048_576n).toBe(0n);
    expect(await read((tx) => findProcessInstance(tx, begun.processInstanceKey!))).toMatchObject({ businessId: 'ECO-7', tags: ['blue'], startedBy: 'ana', state: 'ACTIVE', processDefinitionId: 'p' });
    expect(await beginRequest(mine.store, request('e', { newInstance: { processDefinitionKey: '12345' } }))).toEqual({ kind: 'no definition' });
    expect((await beginRequest(mine.store, request('e', { newInstance: { processDefinitionKey } }))).kind).toBe('new');
  });

  test('what has no answer is taken for another sending, by one at a time', async () => {
    const own = await freshTenant();
    await beginRequest(own.store, { ...request('late'), tenantId: own.tenantId });
    await beginRequest(own.store, { ...request('done'), tenantId: own.tenantId });
    const take = (overdueAfter: number) => own.store.inTenant(own.tenantId, (tx) => takeUnsettledRequests(tx, overdueAfter, 10));
    await own.store.inTenant(own.tenantId, (tx) => answerRequest(tx, 'done', null));
    expect(await take(30_000)).toEqual([]);
    const taken = await take(0);
    expect(taken).toEqual([{ requestId: 'late', operation: 'complete user task', actor: ana, processInstanceKey: '77', command: { do: 'late' } }]);
    expect(await take(30_000)).toEqual([]);
    await own.close();
  });

  test('answered requests are kept for 30 days, unanswered ones until they are answered', async () => {
    const own = await freshTenant();
    for (const id of ['old', 'young', 'open']) await beginRequest(own.store, { ...request(id), tenantId: own.tenantId });
    await own.store.inTenant(own.tenantId, async (tx) => {
      await answerRequest(tx, 'old', null);
      await answerRequest(tx, 'young', null);
      await tx.updateTable('requests').set({ at: new Date(Date.now() - 31 * 86_400_000) }).where('request_id', 'in', ['old', 'open']).execute();
    });
    expect(await own.store.inTenant(own.tenantId, forgetOldRequests)).toBe(1);
    expect(await own.store.inTenant(own.tenantId, (tx) => tx.selectFrom('requests').select('request_id').orderBy('request_id').execute())).toEqual([{ request_id: 'open' }, { request_id: 'young' }]);
    await own.close();
  });
});
