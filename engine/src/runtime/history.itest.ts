import { afterAll, beforeAll, expect, it } from 'vitest';
import { drawProcess, endEvent, startEvent, userTask } from '../../test/draw-process.ts';
import { ecoFiles } from '../../test/eco-files.ts';
import { expectAgreement } from '../../test/expect-agreement.ts';
import { runningEngine, until, valueOf, type RunningEngine } from '../../test/running-engine.ts';
import { variablesOfInstance } from '../store/index.ts';
import { processWorkflowId } from './workflow/workflow-ids.ts';

let engine: RunningEngine;

beforeAll(async () => {
  engine = await runningEngine();
  await engine.startWorker();
});
afterAll(() => engine.close());

const historyOf = async (processInstanceKey: string) => {
  const id = processWorkflowId(engine.tenantId, processInstanceKey);
  await until('the workflow has ended', async () => (await engine.statusOf(id)) === 'COMPLETED');
  return engine.historyOf(id);
};

it('takes no more events and billable actions than budgeted, and history shows nothing of what was done', async () => {
  await engine.deploy(ecoFiles());
  const key = await engine.start('eco', { amount: 5_000, class: 'A', title: '机密变更 secret-title' });
  const openAfter = async (elementId: string) => {
    valueOf(await engine.complete(key, elementId, { [`${elementId}Comment`]: 'secret-comment' }));
    return Object.keys(await engine.openTasks(key)).toSorted();
  };
  expect(await openAfter('assess')).toEqual(['quality', 'regulatory']);
  expect(await openAfter('regulatory')).toEqual(['quality']);
  expect(await openAfter('quality')).toEqual(['release']);
  expect(await openAfter('release')).toEqual([]);

  const events = await historyOf(key);
  expect(events.length).toBeLessThanOrEqual(33);
  expect(billableActions(events)).toBeLessThanOrEqual(11);
  const text = JSON.stringify(events, (_key, value: unknown) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') + Buffer.from(value).toString('utf8') : value));
  expect(text).not.toMatch(/secret|机密|amount|Comment|approval/);
  await expectAgreement(engine.store, engine.tenantId, key);
});

it('keeps large variables out of history, and gives them back whole', async () => {
  await engine.deploy({ 'large.bpmn': drawProcess('large', { elements: [startEvent(), userTask('one'), userTask('two'), endEvent()], flows: ['start > one > two > end'] }) });
  const text = '0123456789'.repeat(30_000);
  const key = await engine.start('large', { text });
  valueOf(await engine.complete(key, 'one', { more: text }));
  valueOf(await engine.complete(key, 'two'));
  expect(await engine.store.inTenant(engine.tenantId, (tx) => variablesOfInstance(tx, key))).toEqual({ text, more: text });
  const bytes = JSON.stringify(await historyOf(key)).length;
  expect(bytes).toBeLessThan(60_000);
});

type Events = Awaited<ReturnType<RunningEngine['historyOf']>>;

/** Start, updates, timers, and workflow tasks that carry local activities: what Temporal Cloud counts. */
function billableActions(events: Events): number {
  const withActivities = new Set(events.flatMap(({ markerRecordedEventAttributes: marker }) => (marker ? [String(marker.workflowTaskCompletedEventId)] : [])));
  const counted = events.filter((event) => event.workflowExecutionStartedEventAttributes ?? event.workflowExecutionUpdateAcceptedEventAttributes ?? event.timerStartedEventAttributes);
  return counted.length + withActivities.size;
}
