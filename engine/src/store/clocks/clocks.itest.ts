import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshTenant, type TestStore } from '../../../test/fresh-store.ts';
import { deployFiles, keyOfProcess, processFile, SampleInstance } from '../../../test/sample-turns.ts';
import { dueTimers, nextTimerDue, pinClock, resetClock, tenantNow, type Tx } from '../index.ts';

describe('clock of a tenant', () => {
  let mine: TestStore;

  beforeAll(async () => {
    mine = await freshTenant({ isTest: true });
  });
  afterAll(() => mine.close());

  const read = <T>(work: (tx: Tx) => Promise<T>) => mine.store.inTenant(mine.tenantId, work);

  test('runs, stands where it was pinned, and runs again', async () => {
    expect(Math.abs((await read(tenantNow)) - Date.now())).toBeLessThan(5_000);
    expect(await read((tx) => pinClock(tx, 1_234_567_890_123))).toBe('done');
    expect(await read(tenantNow)).toBe(1_234_567_890_123);
    await read((tx) => pinClock(tx, 5));
    expect(await read(tenantNow)).toBe(5);
    await read(resetClock);
    expect(Math.abs((await read(tenantNow)) - Date.now())).toBeLessThan(5_000);
  });

  test('can not be set where work is real', async () => {
    const real = await freshTenant();
    expect(await real.store.inTenant(real.tenantId, (tx) => pinClock(tx, 1))).toBe('not a test tenant');
    expect(await real.store.inTenant(real.tenantId, resetClock)).toBe('not a test tenant');
    await real.close();
  });

  test('timers are due in their order', async () => {
    const instance = await SampleInstance.start(mine.store, mine.tenantId, keyOfProcess(await deployFiles(mine.store, mine.tenantId, processFile('p'))));
    const due = [3_000, 1_000, 2_000, 9_000];
    const keys = due.map(() => instance.newKey());
    await instance.turn({ type: 'cancel requested' }, { commands: due.map((dueAt, i) => ({ type: 'arm timer', timerKey: keys[i]!, elementInstanceKey: '1', elementId: `T${i}`, dueAt })) });
    expect((await read((tx) => dueTimers(tx, 3_000, 10))).map((timer) => [timer.timerKey, timer.dueAt])).toEqual([[keys[1], 1_000], [keys[2], 2_000], [keys[0], 3_000]]);
    expect(await read(nextTimerDue)).toBe(1_000);
  });
});
