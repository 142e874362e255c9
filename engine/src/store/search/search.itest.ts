import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshTenant, type TestStore } from '../../../test/fresh-store.ts';
import { ana, deployFiles, keyOfProcess, processFile, SampleInstance } from '../../../test/sample-turns.ts';
import type { Page, UserTaskSearch, Visibility } from '../../contract/index.ts';
import {
  BadCursorError, findUserTask, searchAuditLogs, searchElementInstances, searchProcessInstances, searchUserTasks, searchVariables, searchVariablesSeenFrom, variablesSeenFrom, type Tx,
} from '../index.ts';

const page = { from: 0, limit: 100 };
const all = { filter: {}, sort: [], page };

describe('searching', () => {
  let mine: TestStore;
  let first: SampleInstance;
  let second: SampleInstance;
  const keys: string[] = [];

  beforeAll(async () => {
    mine = await freshTenant();
    const [review, other] = [keyOfProcess(await deployFiles(mine.store, mine.tenantId, processFile('review'))), keyOfProcess(await deployFiles(mine.store, mine.tenantId, processFile('other')))];
    first = await SampleInstance.start(mine.store, mine.tenantId, review, { site: 'Berlin', amount: 5, note: 'x'.repeat(300), gone: null });
    second = await SampleInstance.start(mine.store, mine.tenantId, other, { site: 'Basel', amount: 7 }, { ...ana, id: 'bo' });
    const due = (day: number | null) => (day === null ? null : Date.parse(`2026-01-0${day}T00:00:00Z`));
    const tasks = [
      { name: 'A%1', priority: 10, dueAt: due(3), candidateGroups: ['quality'] },
      { name: 'A_2', priority: 50, dueAt: due(1), candidateGroups: ['quality', 'regulatory'], assignee: 'ana' },
      { name: 'A*3', priority: 50, dueAt: due(null), candidateGroups: [], candidateUsers: ['ana'] },
      { name: 'B\\4', priority: 90, dueAt: due(2), candidateGroups: ['regulatory'] },
      { name: '批准', priority: 50, dueAt: due(null), candidateGroups: ['quality'], elementId: 'Sign' },
    ];
    for (const task of tasks) keys.push(await first.openTask(task));
    keys.push(await second.openTask({ name: 'C', priority: 50, dueAt: due(2), candidateGroups: ['quality'] }));
  });
  afterAll(() => mine.close());

  const read = <T>(work: (tx: Tx) => Promise<T>) => mine.store.inTenant(mine.tenantId, work);
  const find = async (filter: UserTaskSearch['filter'], visible?: Visibility) =>
    (await read((tx) => searchUserTasks(tx, { ...all, filter }, visible))).items.map((task) => keys.indexOf(task.userTaskKey));

  test.each([
    [{ name: { $eq: 'A_2' } }, [1]],
    [{ name: { $neq: 'A_2' } }, [0, 2, 3, 4, 5]],
    [{ name: { $in: ['C', 'A%1', 'nothing'] } }, [0, 5]],
    [{ name: { $in: [] } }, []],
    [{ name: { $notIn: ['C', 'A%1'] } }, [1, 2, 3, 4]],
    [{ name: { $like: 'A*' } }, [0, 1, 2]],
    [{ name: { $like: 'A?2' } }, [1]],
    [{ name: { $like: 'A\\*3' } }, [2]],
    [{ name: { $like: 'A%1' } }, [0]],
    [{ name: { $like: 'B\\\\?' } }, [3]],
    [{ name: { $like: '批*' } }, [4]],
    [{ assignee: { $exists: true } }, [1]],
    [{ assignee: { $exists: false } }, [0, 2, 3, 4, 5]],
    [{ assignee: { $neq: 'ana' } }, [0, 2, 3, 4, 5]],
    [{ priority: { $gt: 10, $lt: 90 } }, [1, 2, 4, 5]],
    [{ priority: { $gte: 90 } }, [3]],
    [{ priority: { $lte: 10 } }, [0]],
    [{ dueDate: { $gte: '2026-01-02T00:00:00Z', $lt: '2026-01-03T00:00:00+00:00' } }, [3, 5]],
    [{ dueDate: { $eq: '2026-01-01T01:00:00+01:00' } }, [1]],
    [{ dueDate: { $exists: false } }, [2, 4]],
    [{ candidateGroup: { $eq: 'regulatory' } }, [1, 3]],
    [{ candidateUser: { $eq: 'ana' } }, [2]],
    [{ elementId: 'Sign' }, [4]],
    [{ processDefinitionId: 'other' }, [5]],
    [{ processInstanceVariables: [{ name: 'site', value: { $eq: '"Basel"' } }] }, [5]],
    [{ processInstanceVariables: [{ name: 'amount', value: { $in: ['5', '6'] } }, { name: 'site', value: { $like: '"Ber*' } }] }, [0, 1, 2, 3, 4]],
    [{ processInstanceVariables: [{ name: 'note', value: { $eq: JSON.stringify('x'.repeat(300)) } }] }, [0, 1, 2, 3, 4]],
    [{ localVariables: [{ name: 'site', value: { $exists: true } }] }, []],
    [{ state: { $eq: 'COMPLETED' as const } }, []],
    [{ tenantId: { $eq: 'another' } }, []],
    [{}, [0, 1, 2, 3, 4, 5]],
  ] satisfies [UserTaskSearch['filter'], number[]][])('finds %j', async (filter, expected) => {
    expect(await find(filter)).toEqual(expected);
  });

  test('a filter with a NUL character finds nothing and breaks nothing', async () => {
    expect(await find({ name: { $eq: 'A\0' } })).toEqual([]);
  });

  describe('what somebody may see', () => {
    const some = (...anyOf: Extract<Visibility, { kind: 'some' }>['anyOf']): Visibility => ({ kind: 'some', anyOf, butNot: [] });
    test.each([
      [some(), []],
      [some({}), [0, 1, 2, 3, 4, 5]],
      [some({ candidateGroups: ['quality'] }), [0, 1, 4, 5]],
      [some({ candidateGroups: ['quality'], processId: ['other'] }), [5]],
      [some({ candidateUsers: ['ana'] }, { assignee: ['ana'] }), [1, 2]],
      [some({ assignee: [null] }), [0, 2, 3, 4, 5]],
      [some({ candidateGroups: [null] }), [2]],
      [some({ candidateGroups: ['regulatory', null] }), [1, 2, 3]],
      [some({ startedBy: ['bo'] }), [5]],
      [some({ variables: { site: ['"Berlin"'] } }), [0, 1, 2, 3, 4]],
      [some({ variables: { missing: [null] } }), [0, 1, 2, 3, 4, 5]],
      [some({ variables: { gone: [null] } }), [0, 1, 2, 3, 4, 5]],
      [some({ variables: { site: ['"Basel"', null] } }), [5]],
      [some({ jobType: ['x'] }), []],
      [{ kind: 'some', anyOf: [{}], butNot: [{ assignee: ['ana'] }, { elementId: ['Sign'] }] } as Visibility, [0, 2, 3, 5]],
    ])('%j', async (visible, expected) => {
      expect(await find({}, visible)).toEqual(expected);
    });

    test('holds for a single one too', async () => {
      expect(await read((tx) => findUserTask(tx, keys[5]!, some({ processId: ['review'] })))).toBeUndefined();
      expect(await read((tx) => findUserTask(tx, keys[5]!, some({ processId: ['other'] })))).toMatchObject({ name: 'C' });
      expect(await read((tx) => findUserTask(tx, '99999999999999999999999'))).toBeUndefined();
    });

    test('element instances and audit lines follow their instance', async () => {
      expect((await read((tx) => searchElementInstances(tx, all, some({ startedBy: ['bo'] })))).items.every((item) => item.processInstanceKey === second.key)).toBe(true);
      expect((await read((tx) => searchElementInstances(tx, all, some({ startedBy: ['bo'] })))).items.length).toBe(2);
      expect((await read((tx) => searchAuditLogs(tx, all, some({ processId: ['other'] })))).items.every((item) => item.processDefinitionId === 'other')).toBe(true);
    });
  });

  describe('pages', () => {
    const sorts: UserTaskSearch['sort'][] = [
      [], [{ field: 'priority', order: 'ASC' }], [{ field: 'priority', order: 'DESC' }], [{ field: 'dueDate', order: 'ASC' }], [{ field: 'dueDate', order: 'DESC' }],
      [{ field: 'name', order: 'ASC' }], [{ field: 'dueDate', order: 'DESC' }, { field: 'priority', order: 'ASC' }], [{ field: 'priority', order: 'ASC' }, { field: 'dueDate', order: 'ASC' }],
    ];

    test.each(sorts)('%j %j: forwards and backwards give the same as all at once', async (...sort) => {
      const order = sort.filter((by) => by !== undefined);
      const whole = (await read((tx) => searchUserTasks(tx, { filter: {}, sort: order, page }))).items.map((task) => task.userTaskKey);
      const forwards: string[] = [];
      let current: Page<{ userTaskKey: string }> = await read((tx) => searchUserTasks(tx, { filter: {}, sort: order, page: { from: 0, limit: 2 } }));
      let last = current;
      while (current.items.length > 0) {
        forwards.push(...current.items.map((task) => task.userTaskKey));
        last = current;
        current = await read((tx) => searchUserTasks(tx, { filter: {}, sort: order, page: { after: last.page.endCursor!, limit: 2 } }));
      }
      const backwards = [...last.items.map((task) => task.userTaskKey)];
      for (let before = last; ; ) {
        before = (await read((tx) => searchUserTasks(tx, { filter: {}, sort: order, page: { before: before.page.startCursor!, limit: 2 } }))) as typeof last;
        if (before.items.length === 0) break;
        backwards.unshift(...before.items.map((task) => task.userTaskKey));
      }
      expect(whole.length).toBe(6);
      expect(forwards).toEqual(whole);
      expect(backwards).toEqual(whole);
    });

    test('total, cursors and offset', async () => {
      const found = await read((tx) => searchUserTasks(tx, { filter: { priority: { $eq: 50 } }, sort: [{ field: 'name', order: 'ASC' }], page: { from: 1, limit: 2 } }));
      expect(found.items.map((task) => task.name)).toEqual(['A_2', 'C']);
      expect(found.page).toMatchObject({ totalItems: 4, hasMoreTotalItems: false });
      expect(found.page.endCursor).toMatch(/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/);
      const nothing = await read((tx) => searchUserTasks(tx, { filter: { name: { $eq: 'none' } }, sort: [], page }));
      expect(nothing).toEqual({ items: [], page: { totalItems: 0, hasMoreTotalItems: false, startCursor: null, endCursor: null } });
    });

    test('a cursor of another search is refused', async () => {
      const { endCursor } = (await read((tx) => searchUserTasks(tx, all))).page;
      for (const cursor of [endCursor!, 'bm90IGpzb24=', Buffer.from('[1]').toString('base64'), Buffer.from('["dueDate ASC,userTaskKey ASC",{},[]]').toString('base64')]) {
        await expect(read((tx) => searchUserTasks(tx, { filter: {}, sort: [{ field: 'dueDate', order: 'ASC' }], page: { after: cursor, limit: 2 } }))).rejects.toBeInstanceOf(BadCursorError);
      }
    });
  });

  test('totals are counted up to the cap', async () => {
    await read((tx) => sql`insert into variables (tenant_id, variable_key, process_instance_key, root_process_instance_key, scope_key, name, value, updated_at)
      select current_setting('app.tenant'), 1e15::bigint + n, 5, 5, 1e15::bigint + n, 'many', '1', now() from generate_series(1, 10001) n`.execute(tx));
    const found = await read((tx) => searchVariables(tx, { filter: { name: { $eq: 'many' } }, sort: [], page: { from: 0, limit: 1 } }));
    expect(found.page).toMatchObject({ totalItems: 10_000, hasMoreTotalItems: true });
  });

  test('process instances: $or, variables, tags, elements, errors', async () => {
    const search = async (filter: Parameters<typeof searchProcessInstances>[1]['filter']) => (await read((tx) => searchProcessInstances(tx, { ...all, filter }))).items.map((item) => item.processInstanceKey);
    expect(await search({ $or: [{ startedBy: { $eq: 'bo' } }, { variables: [{ name: 'amount', value: { $eq: '5' } }] }] })).toEqual([first.key, second.key]);
    expect(await search({ processDefinitionId: { $like: 'r*w' }, $or: [{ startedBy: { $eq: 'bo' } }] })).toEqual([]);
    expect(await search({ elementId: { $eq: 'Sign' } })).toEqual([first.key]);
    expect(await search({ hasIncident: true })).toEqual([]);
    expect(await search({ tags: ['blue'] })).toEqual([]);
    expect(await search({ state: { $eq: 'ACTIVE' }, parentProcessInstanceKey: { $exists: false } })).toEqual([first.key, second.key]);
  });

  test('variables: cut off where long, whole when asked; seen from an element, the innermost of each name', async () => {
    const found = await read((tx) => searchVariables(tx, { ...all, filter: { processInstanceKey: { $eq: first.key } }, sort: [{ field: 'name', order: 'ASC' }] }));
    expect(found.items.map((item) => item.name)).toEqual(['amount', 'gone', 'note', 'site']);
    const element = first.newKey();
    const inner = first.newKey();
    await first.turn({ type: 'cancel requested' }, {
      facts: [
        { type: 'element entered', elementInstanceKey: element, elementId: 'Sub', elementName: null, elementType: 'SUB_PROCESS', scopeKey: first.key },
        { type: 'element entered', elementInstanceKey: inner, elementId: 'Inner', elementName: null, elementType: 'USER_TASK', scopeKey: element },
        ...first.variablesSet({ site: 'Sub', long: 'y'.repeat(9_000) }, {}, element), ...first.variablesSet({ amount: 6 }, {}, inner),
      ],
    });
    const { amount, site } = await read((tx) => variablesSeenFrom(tx, inner));
    expect([amount, site]).toEqual([6, 'Sub']);
    expect(await read((tx) => variablesSeenFrom(tx, inner, ['site']))).toEqual({ site: 'Sub' });
    const seen = async (innermostOnly: boolean, whole = false) => (await read((tx) => searchVariablesSeenFrom(tx, inner, { filter: {}, sort: [{ field: 'name', order: 'ASC' }], page }, innermostOnly, whole))).items;
    expect((await seen(false)).map((item) => item.name)).toEqual(['amount', 'amount', 'gone', 'long', 'note', 'site', 'site']);
    expect((await seen(true)).map((item) => `${item.name} ${item.value.slice(0, 8)}`)).toEqual(['amount 6', 'gone null', 'long "yyyyyyy', 'note "xxxxxxx', 'site "Sub"']);
    expect((await seen(true)).find((item) => item.name === 'long')).toMatchObject({ isTruncated: true });
    expect((await seen(true, true)).find((item) => item.name === 'long')?.value.length).toBe(9_002);
  });
});
