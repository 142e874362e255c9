import { afterEach, expect, it } from 'vitest';
import { boundaryTimer, callActivity, drawProcess, endEvent, exclusiveGateway, parallelGateway, startEvent, userTask } from '../../../test/draw-process.ts';
import { runningEngine, until, valueOf, type RunningEngine } from '../../../test/running-engine.ts';
import { readTurns, searchProcessInstances, searchVariables } from '../../store/index.ts';
import { processWorkflowId } from './workflow-ids.ts';

const main = drawProcess('main', {
  elements: [
    startEvent(), parallelGateway('fork'), callActivity('called', 'sub'), userTask('one'), userTask('two'), boundaryTimer('late', 'two', 'PT3S'), userTask('three'), exclusiveGateway('either'), parallelGateway('join'), endEvent(),
  ],
  flows: ['start > fork > called > join > end', 'fork > one > join', 'fork > two > either > join', 'late > three > either'],
});
const sub = drawProcess('sub', { elements: [startEvent(), userTask('inner'), userTask('second'), endEvent()], flows: ['start > inner > second > end'] });

let engine: RunningEngine;
afterEach(() => engine.close());

it('loses nothing when every run takes one turn only: call activity, boundary timer, two tasks', async () => {
  engine = await runningEngine({ trial: { continueAfter: 1 } });
  await engine.startWorker();
  const { client, caller, tenantId, store } = engine;
  const { main: processDefinitionKey } = await engine.deploy({ 'main.bpmn': main, 'sub.bpmn': sub });
  const { processInstanceKey } = valueOf(await client.createProcessInstance({ ...caller, processDefinitionKey: processDefinitionKey!, variables: { amount: 1 } }));
  const complete = async (instance: string, elementId: string) =>
    valueOf(await client.completeUserTask({ ...caller, userTaskKey: (await engine.openTasks(instance))[elementId]!, variables: { [elementId]: true } }));

  const [called] = await until('the called instance has begun', async () => {
    const { items } = await store.inTenant(tenantId, (tx) => searchProcessInstances(tx, { filter: { parentProcessInstanceKey: { $eq: processInstanceKey } }, sort: [], page: { from: 0, limit: 10 } }));
    return items.length > 0 && (await engine.openTasks(items[0]!.processInstanceKey))['inner'] !== undefined && items;
  });
  await complete(processInstanceKey, 'one');
  await complete(called!.processInstanceKey, 'inner');
  await until('the timer fires at its time', async () => (await engine.openTasks(processInstanceKey))['three'] !== undefined);
  await complete(called!.processInstanceKey, 'second');
  await complete(processInstanceKey, 'three');

  const ended = await until('both have ended', async () => {
    const { items } = await store.inTenant(tenantId, (tx) => searchProcessInstances(tx, { filter: { state: { $eq: 'COMPLETED' } }, sort: [], page: { from: 0, limit: 10 } }));
    return items.length === 2 && items;
  });
  expect(ended.map(({ processDefinitionId }) => processDefinitionId).toSorted()).toEqual(['main', 'sub']);
  const turns = await store.inTenant(tenantId, (tx) => readTurns(tx, processInstanceKey, 0, 100));
  expect(turns.map(({ events }) => events[0]!.type)).toEqual(
    expect.arrayContaining(['instance started', 'user task completed', 'timer fired', 'called instance ended', 'user task completed']));
  expect(turns.length).toBe(5);
  const timerFired = turns.find(({ events }) => events[0]!.type === 'timer fired')!.events[0]!;
  expect(timerFired.at - turns[0]!.events[0]!.at).toBeGreaterThanOrEqual(3_000);
  const { items: variables } = await store.inTenant(tenantId, (tx) => searchVariables(tx, { filter: { processInstanceKey: { $eq: processInstanceKey } }, sort: [], page: { from: 0, limit: 10 } }));
  expect(variables.map(({ name }) => name).toSorted()).toEqual(['amount', 'inner', 'one', 'second', 'three']);
  // Two turns that wait for each other in the queue may share a run.
  await until('the runs are listed', async () => (await engine.runsOf(processWorkflowId(tenantId, processInstanceKey))) >= 4);
});

it('keeps every completion of many at once, though runs end between them', async () => {
  engine = await runningEngine({ trial: { continueAfter: 1 } });
  await engine.startWorker();
  const { client, caller } = engine;
  const names = ['a', 'b', 'c', 'd', 'e', 'f'];
  const { wide: processDefinitionKey } = await engine.deploy({
    'wide.bpmn': drawProcess('wide', { elements: [startEvent(), parallelGateway('fork'), ...names.map(userTask), parallelGateway('join'), endEvent()], flows: ['start > fork', ...names.map((name) => `fork > ${name} > join`), 'join > end'] }),
  });
  const { processInstanceKey } = valueOf(await client.createProcessInstance({ ...caller, processDefinitionKey: processDefinitionKey!, variables: {} }));
  const tasks = await engine.openTasks(processInstanceKey);
  const outcomes = await Promise.all(Object.values(tasks).map((userTaskKey) => client.completeUserTask({ ...caller, userTaskKey, variables: {} })));
  expect(outcomes.map(({ kind }) => kind)).toEqual(names.map(() => 'done'));
  expect(await engine.openTasks(processInstanceKey)).toEqual({});
});
