import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { freshTenant, type TestStore } from '../../../test/fresh-store.ts';
import { appendOutbox, putOff, removeFromOutbox, takeOutbox, type Tx } from '../index.ts';

describe('outbox', () => {
  let mine: TestStore;

  beforeEach(async () => {
    mine = await freshTenant();
  });
  afterEach(() => mine.close());

  const read = <T>(work: (tx: Tx) => Promise<T>) => mine.store.inTenant(mine.tenantId, work);
  const take = (limit = 10, leaseFor = 60_000) => read((tx) => takeOutbox(tx, ['mail'], leaseFor, limit));

  test('is seen when its transaction has committed, and only then', async () => {
    await read(async (tx) => {
      await appendOutbox(tx, 'mail', { to: 'ana' });
      throw new Error('no');
    }).catch(() => undefined);
    expect(await take()).toEqual([]);
    await read((tx) => appendOutbox(tx, 'mail', { to: 'bo' }));
    expect(await take()).toMatchObject([{ topic: 'mail', payload: { to: 'bo' }, attempts: 1 }]);
  });

  test('is had by one at a time, in order, and comes back when the lease is over', async () => {
    for (let i = 0; i < 20; i++) await read((tx) => appendOutbox(tx, 'mail', i));
    const taken = (await Promise.all(Array.from({ length: 5 }, () => take(4)))).flat();
    expect(taken.map((entry) => entry.payload).toSorted((a, b) => Number(a) - Number(b))).toEqual(Array.from({ length: 20 }, (_, i) => i));
    expect(await take()).toEqual([]);
    await read((tx) => putOff(tx, taken[3]!.outboxKey, -1_000, 'mail server down'));
    expect(await take()).toMatchObject([{ outboxKey: taken[3]!.outboxKey, attempts: 2 }]);
  });

  test('is gone when it is done', async () => {
    await read((tx) => appendOutbox(tx, 'mail', 1));
    const [entry] = await take(1, -1_000);
    await read((tx) => removeFromOutbox(tx, [entry!.outboxKey]));
    expect(await take()).toEqual([]);
  });

  test('of other topics is left for others', async () => {
    await read((tx) => appendOutbox(tx, 'letter', 1));
    expect(await take()).toEqual([]);
  });
});
