import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawProcess, endEvent, parallelGateway, serviceTask, startEvent, userTask } from '../../../test/draw-process.ts';
import { expectAgreement } from '../../../test/expect-agreement.ts';
import { runningEngine, until, valueOf, type RunningEngine } from '../../../test/running-engine.ts';
import { activateJobs, findRequest, searchIncidents, variablesOfInstance } from '../../store/index.ts';
import { requestIdOf } from './caller.ts';

let engine: RunningEngine;

beforeAll(async () => {
  engine = await runningEngine();
  await engine.startWorker();
  await engine.deploy({
    'tasks.bpmn': drawProcess('tasks', { elements: [startEvent(), parallelGateway('fork'), userTask('one'), userTask('two'), parallelGateway('join'), endEvent()], flows: ['start > fork > one > join > end', 'fork > two > join'] }),
    'job.bpmn': drawProcess('job', { elements: [startEvent(), serviceTask('work', 'work'), endEvent()], flows: ['start > work > end'] }),
  });
});
afterAll(() => engine.close());

describe('a request', () => {
  it('is done once for an idempotency key, and answered the same', async () => {
    const key = await engine.start('tasks');
    const { one } = await engine.openTasks(key);
    const request = { ...engine.caller, idempotencyKey: 'k-1', userTaskKey: one!, variables: { n: 1 } };
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => engine.client.completeUserTask(request)));
    expect(new Set(outcomes.map(({ kind }) => kind))).toEqual(new Set(['done']));
    expect((await engine.client.completeUserTask(request)).kind).toBe('done');
    expect((await engine.client.completeUserTask({ ...request, variables: { n: 2 } })).kind).toBe('conflict');
    const { turns } = await expectAgreement(engine.store, engine.tenantId, key);
    expect(turns.length).toBe(2);
  });

  it('that starts an instance starts one for an idempotency key', async () => {
    const processDefinitionKey = (await engine.deploy({ 'once.bpmn': drawProcess('once', { elements: [startEvent(), userTask('one')], flows: ['start > one'] }) }))['once']!;
    const request = { ...engine.caller, idempotencyKey: 'start-1', processDefinitionKey, variables: {} };
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => engine.client.createProcessInstance(request)));
    expect(new Set(outcomes.map((outcome) => valueOf(outcome).processInstanceKey)).size).toBe(1);
  });

  it('by two people for one task is done for one of them', async () => {
    const key = await engine.start('tasks');
    const { one } = await engine.openTasks(key);
    const people = Array.from({ length: 6 }, (_, index) => ({ type: 'user', id: `user-${index}`, name: `User ${index}` }) as const);
    const outcomes = await Promise.all(people.map((actor) => engine.client.completeUserTask({ tenantId: engine.tenantId, actor, userTaskKey: one!, variables: { by: actor.id } })));
    expect(outcomes.filter(({ kind }) => kind === 'done').length).toBe(1);
    expect(outcomes.filter(({ kind }) => kind === 'wrong state').length).toBe(5);
    const winner = people[outcomes.findIndex(({ kind }) => kind === 'done')]!;
    expect(await engine.store.inTenant(engine.tenantId, (tx) => variablesOfInstance(tx, key))).toEqual({ by: winner.id });
    await expectAgreement(engine.store, engine.tenantId, key);
  });

  it('about what is not there, or is over, changes nothing', async () => {
    const { client, caller } = engine;
    expect(await client.completeUserTask({ ...caller, userTaskKey: '4711', variables: {} })).toEqual({ kind: 'not found' });
    expect(await client.createProcessInstance({ ...caller, processDefinitionKey: '4711', variables: {} })).toEqual({ kind: 'not found' });
    const key = await engine.start('tasks');
    const { one } = await engine.openTasks(key);
    expect((await client.completeUserTask({ ...caller, tenantId: 'somebody-else', userTaskKey: one!, variables: {} })).kind).toBe('not found');
    valueOf(await client.cancelProcessInstance({ ...caller, processInstanceKey: key, reason: 'withdrawn' }));
    expect(await engine.openTasks(key)).toEqual({});
    expect(await client.completeUserTask({ ...caller, userTaskKey: one!, variables: {} })).toEqual({ kind: 'wrong state', detail: `The user task ${one} is CANCELED.` });
    expect((await client.cancelProcessInstance({ ...caller, processInstanceKey: key })).kind).toBe('wrong state');
    expect(await engine.stateOf(key)).toBe('TERMINATED');
    const { turns } = await expectAgreement(engine.store, engine.tenantId, key);
    expect(turns.at(-1)!.events[0]).toMatchObject({ type: 'cancel requested', reason: 'withdrawn' });
  });

  it('that is too large for the instance is refused, and the answer stays', async () => {
    const key = await engine.start('tasks');
    const { one } = await engine.openTasks(key);
    const request = { ...engine.caller, idempotencyKey: 'too-large', userTaskKey: one!, variables: { text: 'x'.repeat(4_300_000) } };
    expect((await engine.client.completeUserTask(request)).kind).toBe('wrong state');
    expect((await engine.client.completeUserTask(request)).kind).toBe('wrong state');
    valueOf(await engine.client.completeUserTask({ ...engine.caller, userTaskKey: one!, variables: {} }));
  });

  it('sets variables where it says', async () => {
    const key = await engine.start('tasks', { amount: 1 });
    valueOf(await engine.client.setVariables({ ...engine.caller, elementInstanceKey: key, variables: { amount: 2, note: null }, local: false }));
    expect(await engine.store.inTenant(engine.tenantId, (tx) => variablesOfInstance(tx, key))).toEqual({ amount: 2, note: null });
  });

  it('is settled when Temporal has recorded its turn', async () => {
    const key = await engine.start('tasks');
    const request = { ...engine.caller, idempotencyKey: 'settled', userTaskKey: (await engine.openTasks(key))['one']!, variables: {} };
    valueOf(await engine.client.completeUserTask(request));
    const requestId = requestIdOf(request);
    expect((await engine.store.inTenant(engine.tenantId, (tx) => findRequest(tx, requestId)))?.answer).toEqual({ kind: 'done', value: null });
    await until('it is settled', () =>
      engine.store.inTenant(engine.tenantId, (tx) => tx.selectFrom('requests').select('request_id').where('request_id', '=', requestId).where('settled_at', 'is not', null).executeTakeFirst()));
  });
});

describe('a job', () => {
  const activate = async (processInstanceKey: string) => {
    const jobs = await engine.store.inTenant(engine.tenantId, (tx) => activateJobs(tx, { type: 'work', worker: 'w', timeout: 60_000, limit: 50, fetchVariables: [] }));
    return jobs.find((job) => job.processInstanceKey === processInstanceKey)?.jobKey;
  };

  it('is completed once', async () => {
    const key = await engine.start('job');
    const jobKey = (await activate(key))!;
    valueOf(await engine.client.completeJob({ ...engine.caller, jobKey, variables: { done: true } }));
    expect(await engine.stateOf(key)).toBe('COMPLETED');
    expect((await engine.client.completeJob({ ...engine.caller, jobKey, variables: {} })).kind).toBe('wrong state');
  });

  it('that fails for good stands as an incident, and goes on when it is resolved', async () => {
    const key = await engine.start('job');
    const jobKey = (await activate(key))!;
    valueOf(await engine.client.failJob({ ...engine.caller, jobKey, retries: 1, retryBackOff: 0, errorMessage: 'no luck', variables: {} }));
    expect(await activate(key)).toBe(jobKey);
    valueOf(await engine.client.failJob({ ...engine.caller, jobKey, retries: 0, retryBackOff: 0, errorMessage: 'no luck', variables: {} }));
    expect(await activate(key)).toBeUndefined();
    const { items: [incident] } = await engine.store.inTenant(engine.tenantId, (tx) => searchIncidents(tx, { filter: { processInstanceKey: { $eq: key } }, sort: [], page: { from: 0, limit: 5 } }));
    valueOf(await engine.client.updateJobRetries({ ...engine.caller, jobKey, retries: 1 }));
    valueOf(await engine.client.resolveIncident({ ...engine.caller, incidentKey: incident!.incidentKey }));
    expect(await activate(key)).toBe(jobKey);
    valueOf(await engine.client.completeJob({ ...engine.caller, jobKey, variables: {} }));
    await expectAgreement(engine.store, engine.tenantId, key);
  });

  it('that throws an error nobody catches stands as an incident', async () => {
    const key = await engine.start('job');
    valueOf(await engine.client.throwJobError({ ...engine.caller, jobKey: (await activate(key))!, errorCode: 'E-1', errorMessage: 'broken', variables: {} }));
    const { items } = await engine.store.inTenant(engine.tenantId, (tx) => searchIncidents(tx, { filter: { processInstanceKey: { $eq: key } }, sort: [], page: { from: 0, limit: 5 } }));
    expect(items.map(({ errorType }) => errorType)).toEqual(['UNHANDLED_ERROR_EVENT']);
  });
});
