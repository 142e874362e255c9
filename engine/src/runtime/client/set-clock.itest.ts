import { afterAll, beforeAll, expect, it } from 'vitest';
import { boundaryTimer, callActivity, drawProcess, endEvent, startEvent, timerCatch, userTask } from '../../../test/draw-process.ts';
import { expectAgreement } from '../../../test/expect-agreement.ts';
import { runningEngine, until, valueOf, type RunningEngine } from '../../../test/running-engine.ts';
import { processWorkflowId } from '../workflow/workflow-ids.ts';

const DAY = 86_400_000;
const START = Date.parse('2031-03-01T08:00:00Z');
let engine: RunningEngine;

beforeAll(async () => {
  engine = await runningEngine({ isTest: true });
  await engine.startWorker();
  await engine.deploy({
    'slow.bpmn': drawProcess('slow', {
      elements: [startEvent(), userTask('one'), boundaryTimer('reminder', 'one', 'P1D', false), boundaryTimer('late', 'one', 'P7D'), userTask('remind'), timerCatch('pause', 'P1D'), endEvent(), endEvent('reminded')],
      flows: ['start > one > end', 'reminder > remind > reminded', 'late > pause > end'],
    }),
    'calling.bpmn': drawProcess('calling', { elements: [startEvent(), callActivity('call', 'slow'), endEvent()], flows: ['start > call > end'] }),
  });
});
afterAll(() => engine.close());

const { pin, advance } = {
  pin: (timestamp: number) => engine.client.pinClock({ ...engine.caller, timestamp }),
  advance: (milliseconds: number) => engine.client.advanceClock({ ...engine.caller, milliseconds }),
};

it('fires what comes due on the way, in due order and with the time at which it was due', async () => {
  valueOf(await pin(START));
  const key = await engine.start('slow');
  valueOf(await advance(DAY - 1));
  expect(Object.keys(await engine.openTasks(key))).toEqual(['one']);
  valueOf(await advance(1));
  expect(Object.keys(await engine.openTasks(key)).toSorted()).toEqual(['one', 'remind']);
  valueOf(await pin(START + 30 * DAY));
  expect(Object.keys(await engine.openTasks(key))).toEqual(['remind']);
  const { turns } = await expectAgreement(engine.store, engine.tenantId, key);
  expect(turns.map(({ events: [event] }) => [event!.type, event!.at - START])).toEqual([
    ['instance started', 0], ['timer fired', DAY], ['timer fired', 7 * DAY], ['timer fired', 8 * DAY],
  ]);
  expect((await engine.historyOf(processWorkflowId(engine.tenantId, key))).some((event) => event.timerStartedEventAttributes)).toBe(false);
});

it('reaches called instances as well', async () => {
  valueOf(await pin(START));
  const key = await engine.start('calling');
  const called = await until('the called instance waits', () => engine.store.inTenant(engine.tenantId, async (tx) => {
    const found = await tx.selectFrom('process_instances as p').innerJoin('timers as t', 't.process_instance_key', 'p.process_instance_key')
      .select('p.process_instance_key').where('p.parent_process_instance_key', '=', key).executeTakeFirst();
    return found?.process_instance_key;
  }));
  valueOf(await advance(8 * DAY));
  expect(Object.keys(await engine.openTasks(called))).toEqual(['remind']);
  valueOf(await engine.complete(called, 'remind'));
  await until('the caller has ended', async () => (await engine.stateOf(key)) === 'COMPLETED');
  valueOf(await engine.client.resetClock(engine.caller));
});

it('is for test tenants only', async () => {
  const other = await runningEngine();
  expect((await other.client.pinClock({ ...other.caller, timestamp: START })).kind).toBe('wrong state');
  expect((await other.client.resetClock(other.caller)).kind).toBe('wrong state');
  await other.close();
});
