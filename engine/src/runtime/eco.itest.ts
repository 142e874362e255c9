import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runningEngine, until, valueOf, type RunningEngine } from '../../test/running-engine.ts';

const file = (name: string): string => readFileSync(new URL(`../../bench/processes/${name}`, import.meta.url), 'utf8');

let engine: RunningEngine;
let processDefinitionKey: string;

beforeAll(async () => {
  engine = await runningEngine();
  await engine.startWorker();
  processDefinitionKey = (await engine.deploy({ 'eco.bpmn': file('eco.bpmn'), 'approval-route.dmn': file('approval-route.dmn') }))['eco']!;
});
afterAll(() => engine.close());

it('carries an engineering change order from start to end, and whoever reads next sees each step', async () => {
  const { client, caller } = engine;
  const { processInstanceKey } = valueOf(await client.createProcessInstance({ ...caller, processDefinitionKey, variables: { amount: 5_000, class: 'A' } }));
  const complete = async (elementId: string) => {
    const tasks = await engine.openTasks(processInstanceKey);
    valueOf(await client.completeUserTask({ ...caller, userTaskKey: tasks[elementId]!, variables: { [`${elementId}Ok`]: true } }));
    return Object.keys(await engine.openTasks(processInstanceKey)).toSorted();
  };
  expect(await complete('assess')).toEqual(['quality', 'regulatory']);
  expect(await complete('regulatory')).toEqual(['quality']);
  expect(await complete('quality')).toEqual(['release']);
  expect(await complete('release')).toEqual([]);
  void until;
});
