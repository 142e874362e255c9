import { afterEach, expect, inject, it } from 'vitest';
import { cuttableWire } from '../../test/cuttable-wire.ts';
import { callActivity, drawProcess, endEvent, parallelGateway, startEvent, timerCatch, userTask } from '../../test/draw-process.ts';
import { expectAgreement } from '../../test/expect-agreement.ts';
import { runningEngine, settingsOf, until, valueOf, type RunningEngine } from '../../test/running-engine.ts';
import { openStore, searchProcessInstances } from '../store/index.ts';
import { recoverLostInstances } from './couriers/recover-lost-instances.ts';
import { openBackend } from './client/open-backend.ts';
import { processWorkflowId } from './workflow/workflow-ids.ts';

let engine: RunningEngine;
afterEach(() => engine.close());

const files = {
  'tasks.bpmn': drawProcess('tasks', { elements: [startEvent(), userTask('one'), userTask('two'), endEvent()], flows: ['start > one > two > end'] }),
  'pausing.bpmn': drawProcess('pausing', {
    elements: [startEvent(), parallelGateway('fork'), userTask('one'), timerCatch('pause', 'PT3S'), userTask('after'), callActivity('call', 'tasks'), parallelGateway('join'), endEvent()],
    flows: ['start > fork > one > join > end', 'fork > pause > after > join', 'fork > call > join'],
  }),
};

it('runs an instance again from its step log that Temporal has lost, with its timers and called instances', async () => {
  engine = await runningEngine();
  await engine.startWorker();
  await engine.deploy(files);
  const key = await engine.start('pausing', { amount: 1 });
  const called = await until('the called instance', async () => {
    const { items } = await engine.store.inTenant(engine.tenantId, (tx) => searchProcessInstances(tx, { filter: { parentProcessInstanceKey: { $eq: key } }, sort: [], page: { from: 0, limit: 5 } }));
    return items[0] && (await engine.openTasks(items[0].processInstanceKey))['one'] !== undefined && items[0].processInstanceKey;
  });
  valueOf(await engine.complete(key, 'one', { by: 'ana' }));
  await engine.terminate(processWorkflowId(engine.tenantId, key));
  await engine.terminate(processWorkflowId(engine.tenantId, called));

  const backend = openBackend({ store: engine.store, temporal: engine.temporal, log: { debug() {}, info() {}, warn() {}, error() {} }, settingsOf });
  await until('both run again', async () => {
    await recoverLostInstances(backend, engine.tenantId);
    const states = await Promise.all([key, called].map((one) => engine.statusOf(processWorkflowId(engine.tenantId, one))));
    return states.every((state) => state === 'RUNNING');
  });
  await backend.close();

  await until('the timer fires', async () => (await engine.openTasks(key))['after']);
  valueOf(await engine.complete(called, 'one'));
  valueOf(await engine.complete(called, 'two'));
  valueOf(await engine.complete(key, 'after'));
  await until('all has ended', async () => (await engine.stateOf(key)) === 'COMPLETED');
  await expectAgreement(engine.store, engine.tenantId, key);
  await expectAgreement(engine.store, engine.tenantId, called);
});

it('finds a lost instance when somebody does something in it', async () => {
  engine = await runningEngine();
  await engine.startWorker();
  await engine.deploy(files);
  const key = await engine.start('tasks');
  await engine.terminate(processWorkflowId(engine.tenantId, key));
  const userTaskKey = (await engine.openTasks(key))['one']!;
  await until('it is done', async () => (await engine.client.completeUserTask({ ...engine.caller, idempotencyKey: 'again', userTaskKey, variables: {} })).kind === 'done');
  valueOf(await engine.complete(key, 'two'));
  expect(await engine.stateOf(key)).toBe('COMPLETED');
  await expectAgreement(engine.store, engine.tenantId, key);
});

it('waits for PostgreSQL, and goes on without a restart', async () => {
  engine = await runningEngine();
  const url = new URL(inject('databaseUrl'));
  const wire = await cuttableWire(url.host);
  const store = openStore({ url: Object.assign(new URL(url), { host: wire.address }).href });
  await engine.startWorker({ store });
  await engine.deploy(files);
  const key = await engine.start('tasks');
  wire.cut();
  const completed = engine.complete(key, 'one');
  await new Promise((resolve) => setTimeout(resolve, 500));
  await wire.mend();
  valueOf(await completed);
  valueOf(await engine.complete(key, 'two'));
  await expectAgreement(engine.store, engine.tenantId, key);
  await engine.stopWorkers();
  await store.close();
  await wire.close();
});
