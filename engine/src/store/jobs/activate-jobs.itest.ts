import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshTenant, type TestStore } from '../../../test/fresh-store.ts';
import { deployFiles, keyOfProcess, processFile, SampleInstance } from '../../../test/sample-turns.ts';
import type { KernelCommand } from '../../kernel/commands.ts';
import { activateJobs, extendJobDeadline, pinClock, type Tx } from '../index.ts';

describe('activating jobs', () => {
  let mine: TestStore;
  let instance: SampleInstance;

  beforeAll(async () => {
    mine = await freshTenant({ isTest: true });
    instance = await SampleInstance.start(mine.store, mine.tenantId, keyOfProcess(await deployFiles(mine.store, mine.tenantId, processFile('p'))), { a: 1, b: 2 });
  });
  afterAll(() => mine.close());

  const read = <T>(work: (tx: Tx) => Promise<T>) => mine.store.inTenant(mine.tenantId, work);
  const activate = (type: string, limit = 100, timeout = 60_000) => read((tx) => activateJobs(tx, { type, worker: 'w', timeout, limit, fetchVariables: [] }));

  async function create(type: string, count: number, retries = 3, at = Date.now()): Promise<string[]> {
    const commands = Array.from({ length: count }, (): KernelCommand => ({ type: 'create job', jobKey: instance.newKey(), elementInstanceKey: instance.key, elementId: 'Do', jobType: type, retries, headers: {} }));
    await instance.turn({ type: 'timer fired', timerKey: '1' }, { at, commands });
    return commands.map((command) => (command as { jobKey: string }).jobKey);
  }

  test('workers at the same time never get the same job', async () => {
    const keys = await create('many', 100);
    const batches = await Promise.all(Array.from({ length: 10 }, () => activate('many', 15)));
    const got = batches.flat().map((job) => job.jobKey);
    expect(new Set(got).size).toBe(got.length);
    const rest = await activate('many', 100);
    expect([...got, ...rest.map((job) => job.jobKey)].toSorted()).toEqual(keys.toSorted());
  });

  test('the longest waiting come first', async () => {
    const later = await create('queue', 2);
    const earlier = await create('queue', 2, 3, Date.now() - 60_000);
    expect((await activate('queue', 3)).map((job) => job.jobKey).toSorted()).toEqual([...earlier, later[0]!].toSorted());
  });

  test('a job without retries stays where it is', async () => {
    await create('spent', 1, 0);
    expect(await activate('spent')).toEqual([]);
  });

  test('what is not finished in time is given away again, by the clock of the tenant; more time can be asked for', async () => {
    const start = Date.now();
    const [key] = await create('slow', 1);
    await activate('slow', 1, 10_000);
    expect(await read((tx) => extendJobDeadline(tx, key!, 120_000))).toBeDefined();
    await read((tx) => pinClock(tx, start + 60_000));
    expect(await activate('slow')).toEqual([]);
    await read((tx) => pinClock(tx, start + 200_000));
    expect((await activate('slow')).map((job) => job.jobKey)).toEqual([key]);
    expect(await read((tx) => extendJobDeadline(tx, '12', 1))).toBeUndefined();
  });

  test('all variables are given where none are named', async () => {
    await create('vars', 1, 3, Date.now() - 1_000);
    expect((await activate('vars'))[0]!.variables).toEqual({ a: 1, b: 2 });
  });
});
