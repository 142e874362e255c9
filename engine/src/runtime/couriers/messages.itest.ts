import { afterAll, beforeAll, expect, it } from 'vitest';
import { boundaryMessage, catchMessage, drawProcess, endEvent, messageStart, startEvent, userTask } from '../../../test/draw-process.ts';
import { expectAgreement } from '../../../test/expect-agreement.ts';
import { runningEngine, until, valueOf, type RunningEngine } from '../../../test/running-engine.ts';
import { searchProcessInstances, variablesOfInstance } from '../../store/index.ts';

let engine: RunningEngine;

beforeAll(async () => {
  engine = await runningEngine();
  await engine.startWorker();
  await engine.deploy({
    'waiting.bpmn': drawProcess('waiting', { messages: { paid: ['paid', '=order'] }, elements: [startEvent(), catchMessage('wait', 'paid'), userTask('after'), endEvent()], flows: ['start > wait > after > end'] }),
    'twice.bpmn': drawProcess('twice', {
      messages: { note: ['note', '=order'] },
      elements: [startEvent(), userTask('work'), boundaryMessage('noted', 'work', 'note', false), userTask('read'), endEvent(), endEvent('end-read')],
      flows: ['start > work > end', 'noted > read > end-read'],
    }),
    'begun.bpmn': drawProcess('begun', { messages: { ordered: ['ordered'] }, elements: [messageStart('start', 'ordered'), userTask('work'), endEvent()], flows: ['start > work > end'] }),
  });
});
afterAll(() => engine.close());

const publish = (name: string, correlationKey: string, variables = {}, messageId?: string) =>
  engine.client.publishMessage({ ...engine.caller, name, correlationKey, timeToLive: 60_000, variables, ...(messageId !== undefined && { messageId }) });
const instancesOf = async (processDefinitionId: string) =>
  (await engine.store.inTenant(engine.tenantId, (tx) => searchProcessInstances(tx, { filter: { processDefinitionId: { $eq: processDefinitionId } }, sort: [], page: { from: 0, limit: 50 } }))).items;
const untilOpen = (key: string, elementId: string) => until(`${elementId} is open`, async () => (await engine.openTasks(key))[elementId]);

it('reaches who waits, and who comes to wait later', async () => {
  const early = await engine.start('waiting', { order: 'A-1' });
  valueOf(await publish('paid', 'A-1', { sum: 10 }));
  await untilOpen(early, 'after');
  valueOf(await publish('paid', 'A-2', { sum: 20 }));
  const late = await engine.start('waiting', { order: 'A-2' });
  await untilOpen(late, 'after');
  expect(await engine.store.inTenant(engine.tenantId, (tx) => variablesOfInstance(tx, late))).toEqual({ order: 'A-2', sum: 20 });
  await expectAgreement(engine.store, engine.tenantId, early);
  await expectAgreement(engine.store, engine.tenantId, late);
});

it('arrives once each, in order, at one who goes on listening', async () => {
  const key = await engine.start('twice', { order: 'B-1' });
  for (const n of [1, 2, 3, 4, 5]) valueOf(await publish('note', 'B-1', { n }));
  await until('five have arrived', async () => (await engine.store.inTenant(engine.tenantId, (tx) =>
    tx.selectFrom('user_tasks').select('user_task_key').where('process_instance_key', '=', key).where('element_id', '=', 'read').execute())).length === 5);
  const { turns } = await expectAgreement(engine.store, engine.tenantId, key);
  const arrived = turns.flatMap(({ events: [event] }) => (event?.type === 'message correlated' ? [event.variables['n']] : []));
  expect(arrived).toEqual([1, 2, 3, 4, 5]);
});

it('with an id that was published already is refused', async () => {
  expect((await publish('paid', 'C-1', {}, 'id-1')).kind).toBe('done');
  expect((await publish('paid', 'C-1', {}, 'id-1')).kind).toBe('wrong state');
});

it('starts one instance at a time for a correlation key', async () => {
  valueOf(await publish('ordered', 'D-1', { n: 1 }));
  valueOf(await publish('ordered', 'D-1', { n: 2 }));
  valueOf(await publish('ordered', 'D-2', { n: 3 }));
  const [first] = await until('two instances have begun', async () => {
    const items = await instancesOf('begun');
    return items.length === 2 && items;
  });
  await untilOpen(first!.processInstanceKey, 'work');
  valueOf(await engine.complete(first!.processInstanceKey, 'work'));
  await until('the next message starts the next instance', async () => (await instancesOf('begun')).length === 3);
});

it('is correlated at once, or not at all', async () => {
  const key = await engine.start('waiting', { order: 'E-1' });
  const correlated = valueOf(await engine.client.correlateMessage({ ...engine.caller, name: 'paid', correlationKey: 'E-1', variables: { sum: 5 } }));
  expect(correlated.processInstanceKey).toBe(key);
  expect(Object.keys(await engine.openTasks(key))).toEqual(['after']);
  expect(await engine.client.correlateMessage({ ...engine.caller, name: 'paid', correlationKey: 'E-1', variables: {} })).toEqual({ kind: 'not found' });
  const begun = valueOf(await engine.client.correlateMessage({ ...engine.caller, name: 'ordered', correlationKey: 'E-9', variables: {} }));
  expect(Object.keys(await engine.openTasks(begun.processInstanceKey))).toEqual(['work']);
});
