import { afterAll, beforeAll, expect, it } from 'vitest';
import { boundaryError, boundaryTimer, callActivity, drawProcess, endEvent, errorEnd, startEvent, userTask } from '../../../test/draw-process.ts';
import { expectAgreement } from '../../../test/expect-agreement.ts';
import { runningEngine, until, valueOf, type RunningEngine } from '../../../test/running-engine.ts';
import { searchIncidents, searchProcessInstances, variablesOfInstance } from '../../store/index.ts';
import { processWorkflowId } from './workflow-ids.ts';

let engine: RunningEngine;

beforeAll(async () => {
  engine = await runningEngine();
  await engine.startWorker();
  await engine.deploy({
    'calling.bpmn': drawProcess('calling', { elements: [startEvent(), callActivity('call', 'working'), userTask('after'), endEvent()], flows: ['start > call > after > end'] }),
    'limited.bpmn': drawProcess('limited', {
      elements: [startEvent(), callActivity('call', 'working'), boundaryTimer('late', 'call', 'PT2S'), userTask('too-late'), endEvent()], flows: ['start > call > end', 'late > too-late'],
    }),
    'working.bpmn': drawProcess('working', { elements: [startEvent(), userTask('inner'), endEvent()], flows: ['start > inner > end'] }),
    'catching.bpmn': drawProcess('catching', {
      errors: ['E-1'], elements: [startEvent(), callActivity('call', 'failing'), boundaryError('caught', 'call', 'E-1'), userTask('repair'), endEvent()], flows: ['start > call > end', 'caught > repair'],
    }),
    'failing.bpmn': drawProcess('failing', { errors: ['E-1'], elements: [startEvent(), userTask('inner'), errorEnd('failed', 'E-1')], flows: ['start > inner > failed'] }),
    'lost.bpmn': drawProcess('lost', { elements: [startEvent(), callActivity('call', 'nowhere'), endEvent()], flows: ['start > call > end'] }),
  });
});
afterAll(() => engine.close());

const calledBy = (parent: string) =>
  until('the called instance has begun', async () => {
    const { items } = await engine.store.inTenant(engine.tenantId, (tx) => searchProcessInstances(tx, { filter: { parentProcessInstanceKey: { $eq: parent } }, sort: [], page: { from: 0, limit: 5 } }));
    return items[0] && (await engine.openTasks(items[0].processInstanceKey))['inner'] !== undefined && items[0].processInstanceKey;
  });
const untilOpen = (key: string, elementId: string) => until(`${elementId} is open`, async () => (await engine.openTasks(key))[elementId]);
const untilEnded = (key: string) => until('the workflow has ended', async () => (await engine.statusOf(processWorkflowId(engine.tenantId, key))) === 'COMPLETED');

it('gives its variables back when it ends', async () => {
  const key = await engine.start('calling', { amount: 1 });
  const called = await calledBy(key);
  valueOf(await engine.complete(called, 'inner', { result: 'good' }));
  await untilOpen(key, 'after');
  expect(await engine.store.inTenant(engine.tenantId, (tx) => variablesOfInstance(tx, key))).toEqual({ amount: 1, result: 'good' });
  valueOf(await engine.complete(key, 'after'));
  await Promise.all([untilEnded(key), untilEnded(called)]);
  await expectAgreement(engine.store, engine.tenantId, key);
  await expectAgreement(engine.store, engine.tenantId, called);
});

it('passes its error up to whoever called it', async () => {
  const key = await engine.start('catching');
  const called = await calledBy(key);
  valueOf(await engine.complete(called, 'inner'));
  await untilOpen(key, 'repair');
  await expectAgreement(engine.store, engine.tenantId, key);
});

it('is canceled with whoever called it, and when its call is interrupted', async () => {
  const [canceled, interrupted] = [await engine.start('calling'), await engine.start('limited')];
  const called = await Promise.all([calledBy(canceled), calledBy(interrupted)]);
  valueOf(await engine.client.cancelProcessInstance({ ...engine.caller, processInstanceKey: canceled }));
  await untilOpen(interrupted, 'too-late');
  for (const key of called) {
    await until('the called instance is canceled', async () => (await engine.stateOf(key)) === 'TERMINATED');
    await untilEnded(key);
  }
  await untilEnded(canceled);
  await expectAgreement(engine.store, engine.tenantId, interrupted);
});

it('that is canceled by itself leaves an incident with whoever called it, and is called again when that is resolved', async () => {
  const key = await engine.start('calling');
  valueOf(await engine.client.cancelProcessInstance({ ...engine.caller, processInstanceKey: await calledBy(key) }));
  const incident = await until('the incident', async () => (await incidentsOf(key))[0]);
  expect(incident.errorType).toBe('CALLED_ELEMENT_ERROR');
  valueOf(await engine.client.resolveIncident({ ...engine.caller, incidentKey: incident.incidentKey }));
  await until('it is called again', async () => {
    const { items } = await engine.store.inTenant(engine.tenantId, (tx) => searchProcessInstances(tx, { filter: { parentProcessInstanceKey: { $eq: key } }, sort: [], page: { from: 0, limit: 5 } }));
    return items.length === 2 && items.some(({ state }) => state === 'ACTIVE');
  });
});

it('of a process that is not deployed is an incident', async () => {
  const key = await engine.start('lost');
  expect((await incidentsOf(key)).map(({ errorMessage }) => errorMessage)).toEqual(['No process nowhere is deployed.']);
});

async function incidentsOf(key: string) {
  return (await engine.store.inTenant(engine.tenantId, (tx) => searchIncidents(tx, { filter: { processInstanceKey: { $eq: key } }, sort: [], page: { from: 0, limit: 5 } }))).items;
}
