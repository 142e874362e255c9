import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { freshTenant, type TestStore } from '../../../test/fresh-store.ts';
import { deployFiles, formFile, keyOfProcess, processFile } from '../../../test/sample-turns.ts';
import {
  contentCache, findDecisionVersion, findForm, findFormVersion, findProcessVersion, findResource, latestProcesses, searchAuditLogs, searchDecisionDefinitions, searchProcessDefinitions, takeOutbox, timerStarts,
  type NewResource, type Tx,
} from '../index.ts';

const all = { filter: {}, sort: [], page: { from: 0, limit: 100 } };

function decisionFile(content: string): NewResource {
  return {
    name: 'route.dmn', kind: 'dmn', content, processes: [], form: null,
    requirements: {
      decisionRequirementsId: 'routing', name: 'Routing',
      decisions: [
        { decisionDefinitionId: 'class', name: 'Class', versionTag: null, model: '{"class":1}' },
        { decisionDefinitionId: 'route', name: 'Route', versionTag: 'v1', model: `{"route":"${content}"}` },
      ],
    },
  };
}

describe('deployments', () => {
  let mine: TestStore;

  beforeEach(async () => {
    mine = await freshTenant();
  });
  afterEach(() => mine.close());

  const read = <T>(work: (tx: Tx) => Promise<T>) => mine.store.inTenant(mine.tenantId, work);
  const versions = (deployed: readonly { version: number }[]) => deployed.map((definition) => definition.version);

  test('what is already the latest is not made again', async () => {
    const first = await deployFiles(mine.store, mine.tenantId, processFile('p'), decisionFile('one'), formFile('f'));
    const again = await deployFiles(mine.store, mine.tenantId, processFile('p'), decisionFile('one'), formFile('f'));
    expect(versions(first.deployed)).toEqual([1, 1, 1, 1, 1]);
    expect(again.deployed.toSorted(byName)).toEqual(first.deployed.toSorted(byName));
    expect(again.deploymentKey).not.toBe(first.deploymentKey);
  });

  test('when one file differs all get a new version, so that they stay together', async () => {
    const first = await deployFiles(mine.store, mine.tenantId, processFile('p'), formFile('f', '{"v":1}'));
    const second = await deployFiles(mine.store, mine.tenantId, processFile('p'), formFile('f', '{"v":2}'));
    expect(versions(second.deployed)).toEqual([2, 2]);
    const bound = (from: string) => read((tx) => findFormVersion(tx, { id: 'f', binding: { type: 'deployment' }, from }));
    expect((await bound(keyOfProcess(first)))?.schema).toBe('{"v":1}');
    expect((await bound(keyOfProcess(second)))?.schema).toBe('{"v":2}');
    const latest = await read((tx) => searchProcessDefinitions(tx, { ...all, filter: { isLatestVersion: true } }));
    expect(latest.items.map((item) => item.version)).toEqual([2]);
  });

  test('going back to an earlier content makes a new version', async () => {
    await deployFiles(mine.store, mine.tenantId, processFile('p', {}, 'a'));
    await deployFiles(mine.store, mine.tenantId, processFile('p', {}, 'b'));
    expect(versions((await deployFiles(mine.store, mine.tenantId, processFile('p', {}, 'a'))).deployed)).toEqual([3]);
  });

  test('versions are found by key, id, number, tag and binding', async () => {
    const first = await deployFiles(mine.store, mine.tenantId, processFile('p', { versionTag: 'stable' }, 'a'));
    await deployFiles(mine.store, mine.tenantId, processFile('p', {}, 'b'));
    const key = keyOfProcess(first);
    expect(await read((tx) => findProcessVersion(tx, { key }))).toMatchObject({ version: 1, versionTag: 'stable', processDefinitionId: 'p', startForm: null });
    expect(await read((tx) => findProcessVersion(tx, { id: 'p' }))).toMatchObject({ version: 2 });
    expect(await read((tx) => findProcessVersion(tx, { id: 'p', version: 1 }))).toMatchObject({ version: 1 });
    expect(await read((tx) => findProcessVersion(tx, { id: 'p', binding: { type: 'version tag', versionTag: 'stable' }, from: key }))).toMatchObject({ version: 1 });
    expect(await read((tx) => findProcessVersion(tx, { id: 'p', binding: { type: 'deployment' }, from: key }))).toMatchObject({ version: 1 });
    expect(await read((tx) => findProcessVersion(tx, { id: 'p', version: 9 }))).toBeUndefined();
    expect((await read(latestProcesses)).map((process) => process.version)).toEqual([2]);
  });

  test('decisions know their graph, and resources their text', async () => {
    const { deployed } = await deployFiles(mine.store, mine.tenantId, decisionFile('<dmn/>'));
    const route = await read((tx) => findDecisionVersion(tx, { id: 'route' }));
    expect(route).toMatchObject({ version: 1, decisionRequirementsId: 'routing' });
    expect(await contentCache(mine.store).read(mine.tenantId, route!.modelHash)).toBe('{"route":"<dmn/>"}');
    expect(await read((tx) => findResource(tx, route!.decisionDefinitionKey))).toMatchObject({ kind: 'decision', resourceName: 'route.dmn', content: '<dmn/>', versionTag: 'v1' });
    expect((await read((tx) => searchDecisionDefinitions(tx, { ...all, filter: { decisionRequirementsId: 'routing' } }))).items.length).toBe(2);
    expect(deployed.map((definition) => definition.kind)).toEqual(['requirements', 'decision', 'decision']);
  });

  test('a form is read with its schema by whoever may see it', async () => {
    await deployFiles(mine.store, mine.tenantId, formFile('f', '{"components":[1]}'));
    const key = (await read((tx) => findFormVersion(tx, { id: 'f' })))!.formKey;
    expect(await read((tx) => findForm(tx, key))).toEqual({ formKey: key, formId: 'f', version: 1, tenantId: mine.tenantId, schema: '{"components":[1]}' });
    expect(await read((tx) => findForm(tx, key, { kind: 'some', anyOf: [{ formId: ['g'] }], butNot: [] }))).toBeUndefined();
    const other = await freshTenant();
    expect(await other.store.inTenant(other.tenantId, (tx) => findForm(tx, key))).toBeUndefined();
    await other.close();
  });

  test('message and timer starts are those of the latest version', async () => {
    await deployFiles(mine.store, mine.tenantId, processFile('p', { messageStarts: [{ elementId: 's', messageName: 'm' }], timerStarts: [{ elementId: 't', schedule: { cycle: 'R/PT1H' } }] }, 'a'));
    const second = await deployFiles(mine.store, mine.tenantId, processFile('p', { timerStarts: [{ elementId: 't2', schedule: { cycle: 'R/PT2H' } }] }, 'b'));
    expect(await read(timerStarts)).toMatchObject([{ elementId: 't2', processDefinitionKey: keyOfProcess(second), schedule: { cycle: 'R/PT2H' } }]);
    expect(await read((tx) => tx.selectFrom('message_start_subscriptions').selectAll().execute())).toEqual([]);
    expect((await read((tx) => takeOutbox(tx, ['sync timer starts'], 1_000, 10))).length).toBe(2);
  });

  test('ten deployments at once get ten versions', async () => {
    const deployments = await Promise.all(Array.from({ length: 10 }, (_, i) => deployFiles(mine.store, mine.tenantId, processFile('p', {}, `content ${i}`))));
    expect(deployments.map(({ deployed }) => deployed[0]!.version).toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  test('each definition has its line in the audit trail', async () => {
    await deployFiles(mine.store, mine.tenantId, processFile('p'), decisionFile('x'), formFile('f'));
    const { items } = await read((tx) => searchAuditLogs(tx, { ...all, filter: { entityType: { $eq: 'RESOURCE' } } }));
    expect(items.map((item) => item.stream)).toEqual(['process/p', 'requirements/routing', 'decision/class', 'decision/route', 'form/f']);
    expect(items.every((item) => item.actorId === 'ana' && item.deploymentKey !== null && item.operationType === 'CREATE')).toBe(true);
  });
});

function byName(a: { kind: string }, b: { kind: string }): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}
