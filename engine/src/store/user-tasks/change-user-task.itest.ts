import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freshTenant, type TestStore } from '../../../test/fresh-store.ts';
import { ana, deployFiles, keyOfProcess, processFile, SampleInstance } from '../../../test/sample-turns.ts';
import { assignUserTask, declareFilterable, findUserTask, listenForHints, openTasksFor, searchAuditLogs, unassignUserTask, updateUserTask, type TenantHint, type Tx } from '../index.ts';

const page = { from: 0, limit: 100 };

describe('changing a user task', () => {
  let mine: TestStore;
  let instance: SampleInstance;
  let key: string;

  beforeAll(async () => {
    mine = await freshTenant();
    await mine.store.inTenant(mine.tenantId, (tx) => declareFilterable(tx, 'review', ['site']));
    instance = await SampleInstance.start(mine.store, mine.tenantId, keyOfProcess(await deployFiles(mine.store, mine.tenantId, processFile('review'))), { site: 'Berlin' });
  });
  beforeEach(async () => {
    key = await instance.openTask({ candidateGroups: ['quality'] });
  });
  afterAll(() => mine.close());

  const read = <T>(work: (tx: Tx) => Promise<T>) => mine.store.inTenant(mine.tenantId, work);
  const deed = { actor: ana, at: Date.parse('2026-05-05T12:00:00Z'), reason: 'because', requestId: 'r-1' };
  const lines = async () =>
    (await read((tx) => searchAuditLogs(tx, { filter: { userTaskKey: { $eq: key } }, sort: [], page }))).items.map((item) => `${item.operationType} ${item.oldValue ?? ''}>${item.newValue}`).slice(1);

  test('assign and take away', async () => {
    expect(await read((tx) => assignUserTask(tx, key, 'bo', false, deed))).toEqual({ kind: 'done' });
    expect(await read((tx) => findUserTask(tx, key))).toMatchObject({ assignee: 'bo', state: 'CREATED' });
    expect(await read((tx) => assignUserTask(tx, key, 'cy', false, deed))).toEqual({ kind: 'taken', assignee: 'bo' });
    expect(await read((tx) => assignUserTask(tx, key, 'cy', true, deed))).toEqual({ kind: 'done' });
    expect(await read((tx) => unassignUserTask(tx, key, deed))).toEqual({ kind: 'done' });
    expect(await lines()).toEqual(['ASSIGN {"assignee":null}>{"assignee":"bo"}', 'ASSIGN {"assignee":"bo"}>{"assignee":"cy"}', 'UNASSIGN {"assignee":"cy"}>{"assignee":null}']);
  });

  test('of ten who claim at once one has it', async () => {
    const changes = await Promise.all(Array.from({ length: 10 }, (_, i) => read((tx) => assignUserTask(tx, key, `person-${i}`, false, deed))));
    expect(changes.filter((change) => change.kind === 'done').length).toBe(1);
    expect(changes.filter((change) => change.kind === 'taken').length).toBe(9);
  });

  test('dates, candidates and priority change, in the inbox too', async () => {
    expect(await read((tx) => updateUserTask(tx, key, { dueDate: '2026-06-01T08:00:00+08:00', followUpDate: '2026-05-30T00:00:00Z', candidateGroups: ['regulatory'], candidateUsers: ['bo'], priority: 99 }, deed))).toEqual({ kind: 'done' });
    expect(await read((tx) => findUserTask(tx, key))).toMatchObject({ dueDate: '2026-06-01T00:00:00.000Z', followUpDate: '2026-05-30T00:00:00.000Z', candidateGroups: ['regulatory'], candidateUsers: ['bo'], priority: 99 });
    const inbox = async (group: string) => (await read((tx) => openTasksFor(tx, { userId: 'x', groups: [group] }, { view: 'all', variables: [{ name: 'site', value: '"Berlin"' }] }, 'due', page))).items.map((task) => task.userTaskKey);
    expect(await inbox('regulatory')).toEqual([key]);
    expect(await inbox('quality')).not.toContain(key);
    await read((tx) => updateUserTask(tx, key, { dueDate: '' }, deed));
    expect(await read((tx) => findUserTask(tx, key))).toMatchObject({ dueDate: null, followUpDate: '2026-05-30T00:00:00.000Z', priority: 99 });
    expect((await lines())[1]).toContain('"dueDate":"2026-06-01T00:00:00.000Z"');
  });

  test('a task that is not there, or not open, is left alone', async () => {
    expect(await read((tx) => assignUserTask(tx, '123', 'bo', true, deed))).toEqual({ kind: 'not found' });
    await instance.turn({ type: 'user task completed', userTaskKey: key, variables: {} }, { commands: [{ type: 'close user task', userTaskKey: key, outcome: 'completed', action: null }] });
    expect(await read((tx) => assignUserTask(tx, key, 'bo', true, deed))).toEqual({ kind: 'not open', state: 'COMPLETED' });
    expect(await read((tx) => updateUserTask(tx, key, { priority: 1 }, deed))).toEqual({ kind: 'not open', state: 'COMPLETED' });
    expect(await lines()).toEqual(['COMPLETE >null']);
  });

  test('a claim and a completion at the same time leave one order of things', async () => {
    const [claim] = await Promise.all([
      read((tx) => assignUserTask(tx, key, 'bo', true, deed)),
      instance.turn({ type: 'user task completed', userTaskKey: key, variables: {} }, { commands: [{ type: 'close user task', userTaskKey: key, outcome: 'completed', action: null }] }),
    ]);
    const operations = (await lines()).map((line) => line.split(' ')[0]);
    expect(operations).toEqual(claim.kind === 'done' ? ['ASSIGN', 'COMPLETE'] : ['COMPLETE']);
  });

  test('whoever looks at it live is told after the commit', async () => {
    const heard: TenantHint[] = [];
    await new Promise<void>((resolve, reject) => {
      const listener = listenForHints(mine.store, {
        onError: reject,
        onGap: () => void read((tx) => assignUserTask(tx, key, 'bo', true, deed)).catch(reject),
        onHints: (hints) => {
          heard.push(...hints.filter((hint) => hint.tenantId === mine.tenantId));
          if (heard.some(({ hint }) => hint.type === 'user task' && hint.userTaskKey === key)) void listener.stop().then(resolve);
        },
      });
    });
    expect(heard.map(({ hint }) => hint)).toContainEqual({ type: 'user task', userTaskKey: key, processInstanceKey: instance.key, groups: ['quality'], users: ['bo'] });
  });
});
