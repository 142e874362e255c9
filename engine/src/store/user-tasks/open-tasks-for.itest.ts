import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshTenant, type TestStore } from '../../../test/fresh-store.ts';
import { ana, deployFiles, keyOfProcess, processFile, SampleInstance } from '../../../test/sample-turns.ts';
import {
  BadCursorError, countOfferedByGroup, countOpenTasksFor, declareFilterable, openTasksFor, assignUserTask, type InboxFilter, type InboxOrder, type InboxOwner, type Tx,
} from '../index.ts';

const me: InboxOwner = { userId: 'me', groups: ['a', 'b'] };
const page = { from: 0, limit: 100 };
const day = (n: number) => Date.parse(`2026-01-${String(n).padStart(2, '0')}T00:00:00Z`);

describe('the inbox', () => {
  let mine: TestStore;
  const keys: string[] = [];

  beforeAll(async () => {
    mine = await freshTenant();
    const process = keyOfProcess(await deployFiles(mine.store, mine.tenantId, processFile('review')));
    const other = keyOfProcess(await deployFiles(mine.store, mine.tenantId, processFile('other')));
    await mine.store.inTenant(mine.tenantId, (tx) => declareFilterable(tx, 'review', ['site', 'size']));
    const berlin = await SampleInstance.start(mine.store, mine.tenantId, process, { site: 'Berlin', size: 1 });
    const basel = await SampleInstance.start(mine.store, mine.tenantId, process, { site: 'Basel', size: 1 }, { ...ana, id: 'bo' });
    const elsewhere = await SampleInstance.start(mine.store, mine.tenantId, other, { site: 'Berlin' });
    const open = async (instance: SampleInstance, at: number, task: Parameters<SampleInstance['openTask']>[0]) => {
      const elementInstanceKey = instance.newKey();
      const userTaskKey = instance.newKey();
      await instance.turn({ type: 'timer fired', timerKey: '1' }, { at, commands: [{ type: 'open user task', elementId: 'Approve', name: 'Approve', assignee: null, candidateGroups: [], candidateUsers: [], dueAt: null, followUpAt: null, priority: 50, form: null, headers: {}, ...task, elementInstanceKey, userTaskKey }] });
      keys.push(userTaskKey);
    };
    await open(berlin, day(1), { name: 'zero', candidateGroups: ['a', 'b'], dueAt: day(20) });
    await open(berlin, day(2), { name: 'one', candidateGroups: ['a'], dueAt: day(10), priority: 90 });
    await open(basel, day(3), { name: 'two', candidateGroups: ['b'], dueAt: null });
    await open(basel, day(4), { name: 'three', candidateGroups: ['c'], candidateUsers: ['me'], dueAt: day(15) });
    await open(elsewhere, day(5), { name: 'four', candidateGroups: ['a'], dueAt: null, priority: 10 });
    await open(elsewhere, day(6), { name: 'five, mine', candidateGroups: ['a'], assignee: 'me', dueAt: day(12) });
    await open(elsewhere, day(7), { name: 'taken', candidateGroups: ['a'], assignee: 'else' });
    await open(elsewhere, day(8), { name: 'foreign', candidateGroups: ['c'] });
    await open(berlin, day(9), { name: 'closed', candidateGroups: ['a'] });
    await berlin.turn({ type: 'user task completed', userTaskKey: keys[8]!, variables: {} }, { commands: [{ type: 'close user task', userTaskKey: keys[8]!, outcome: 'completed', action: null }] });
  });
  afterAll(() => mine.close());

  const read = <T>(work: (tx: Tx) => Promise<T>) => mine.store.inTenant(mine.tenantId, work);
  const inbox = async (filter: Partial<InboxFilter> = {}, order: InboxOrder = 'due', owner = me) =>
    (await read((tx) => openTasksFor(tx, owner, { view: 'all', ...filter }, order, page))).items.map((task) => keys.indexOf(task.userTaskKey));

  test('shows what is mine and what is offered to me, each once, in order', async () => {
    expect(await inbox()).toEqual([1, 5, 3, 0, 2, 4]);
    expect(await inbox({}, 'priority')).toEqual([1, 5, 3, 0, 2, 4]);
    expect(await inbox({}, 'newest')).toEqual([5, 4, 3, 2, 1, 0]);
    expect(await inbox({ view: 'mine' })).toEqual([5]);
    expect(await inbox({ view: 'offered' })).toEqual([1, 3, 0, 2, 4]);
    expect(await inbox({}, 'due', { userId: 'nobody', groups: [] })).toEqual([]);
  });

  test('carries what the list shows', async () => {
    const { items } = await read((tx) => openTasksFor(tx, me, { view: 'mine' }, 'due', page));
    expect(items).toMatchObject([{ name: 'five, mine', assignee: 'me', dueDate: '2026-01-12T00:00:00.000Z', startedBy: 'ana', businessId: null, customHeaders: {}, candidateGroups: ['a'] }]);
    expect(Object.keys(items[0]!)).not.toContain('user_task_key');
  });

  test('can be narrowed', async () => {
    expect(await inbox({ processDefinitionId: 'other' })).toEqual([5, 4]);
    expect(await inbox({ dueBefore: '2026-01-13T00:00:00Z' })).toEqual([1, 5]);
    expect(await inbox({ text: 'MINE' })).toEqual([5]);
    expect(await inbox({ text: 'process OTHER' })).toEqual([5, 4]);
    expect(await inbox({ text: '%' })).toEqual([]);
    expect(await inbox({ variables: [{ name: 'site', value: '"Berlin"' }] })).toEqual([1, 5, 0]);
    expect(await inbox({ variables: [{ name: 'site', value: '"Basel"' }, { name: 'size', value: '1' }] })).toEqual([3, 2]);
    expect(await inbox({ variables: [{ name: 'size', value: '1' }, { name: 'site', value: '"Basel"' }] }, 'newest')).toEqual([3, 2]);
    expect(await inbox({ variables: [{ name: 'site', value: '"Bern"' }] })).toEqual([]);
  });

  test('shows no more than the rules let through', async () => {
    const found = await read((tx) => openTasksFor(tx, me, { view: 'all' }, 'due', page, { kind: 'some', anyOf: [{ processId: ['other'] }, { startedBy: ['bo'] }], butNot: [{ assignee: ['me'] }] }));
    expect(found.items.map((task) => keys.indexOf(task.userTaskKey))).toEqual([3, 2, 4]);
    expect(found.page.totalItems).toBe(3);
  });

  test.each<InboxOrder>(['due', 'priority', 'newest'])('pages by %s forwards, backwards and by number', async (order) => {
    const whole = await inbox({}, order);
    const forwards: number[] = [];
    const backwards: number[] = [];
    const get = (at: { from: number } | { after: string } | { before: string }) => read((tx) => openTasksFor(tx, me, { view: 'all' }, order, { limit: 2, ...at }));
    let current = await get({ from: 0 });
    let last = current;
    while (current.items.length > 0) {
      forwards.push(...current.items.map((task) => keys.indexOf(task.userTaskKey)));
      last = current;
      current = await get({ after: current.page.endCursor! });
    }
    while (last.items.length > 0) {
      backwards.unshift(...last.items.map((task) => keys.indexOf(task.userTaskKey)));
      last = await get({ before: last.page.startCursor! });
    }
    expect(forwards).toEqual(whole);
    expect(backwards).toEqual(whole);
    expect((await get({ from: 3 })).items.map((task) => keys.indexOf(task.userTaskKey))).toEqual(whole.slice(3, 5));
  });

  test('a cursor of another order is refused', async () => {
    const { endCursor } = (await read((tx) => openTasksFor(tx, me, { view: 'all' }, 'due', page))).page;
    await expect(read((tx) => openTasksFor(tx, me, { view: 'all' }, 'newest', { limit: 2, after: endCursor! }))).rejects.toBeInstanceOf(BadCursorError);
  });

  test('counts', async () => {
    expect(await read((tx) => countOpenTasksFor(tx, me, { view: 'all' }))).toBe(6);
    expect(await read((tx) => countOpenTasksFor(tx, me, { view: 'mine' }))).toBe(1);
    expect(await read((tx) => countOpenTasksFor(tx, me, { view: 'all', dueBefore: '2026-01-13T00:00:00Z' }))).toBe(2);
    expect(await read((tx) => countOfferedByGroup(tx, ['a', 'b', 'z']))).toEqual([{ group: 'a', count: 3 }, { group: 'b', count: 2 }, { group: 'z', count: 0 }]);
  });

  test('counts stop at the cap, also where each task is offered to several groups', async () => {
    const many = Array.from({ length: 8 }, (_, i) => `many-${i}`);
    const fill = (from: number, to: number) => read((tx) => sql`insert into user_task_candidates (tenant_id, user_task_key, candidate_type, candidate, is_open, process_instance_key, process_definition_id, element_id, creation_date, priority)
      select current_setting('app.tenant'), n, 'group', g, true, 1, 'p', 'e', now(), 50 from generate_series(${from}::bigint, ${to}::bigint) n cross join unnest(${many}::text[]) g`.execute(tx));
    const count = () => read((tx) => countOpenTasksFor(tx, { userId: 'nobody', groups: many }, { view: 'offered' }));
    await fill(1, 600);
    expect(await count()).toBe(600);
    await fill(601, 1_200);
    expect(await count()).toBe(1_001);
  });

  test('a claimed task leaves the others at once', async () => {
    await read((tx) => assignUserTask(tx, keys[2]!, 'else', true, { actor: ana, at: Date.now() }));
    expect(await inbox()).toEqual([1, 5, 3, 0, 4]);
    expect(await inbox({ view: 'mine' }, 'due', { userId: 'else', groups: [] })).toContain(2);
  });
});
