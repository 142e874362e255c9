import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { temporal } from '@temporalio/proto';
import { Worker } from '@temporalio/worker';
import { expect, it } from 'vitest';
import { boundaryMessage, boundaryTimer, callActivity, drawProcess, endEvent, exclusiveGateway, startEvent, userTask } from '../../../test/draw-process.ts';
import { ecoFiles } from '../../../test/eco-files.ts';
import { runningEngine, until, valueOf, type RunningEngine } from '../../../test/running-engine.ts';
import { workflowBundle } from '../../../test/workflow-bundle.ts';
import { searchProcessInstances } from '../../store/index.ts';
import { dataConverterOf } from '../codec/data-converter.ts';
import { openKeyRing } from '../codec/key-ring.ts';
import { createCodec } from '../codec/payload-codec.ts';
import { processWorkflowId } from './workflow-ids.ts';

const { History } = temporal.api.history.v1;

/** Histories as builds of ours wrote them, each with all that its payloads refer to. `RECORD_HISTORIES=<version>` adds those of this build. */
const folder = fileURLToPath(new URL('./histories', import.meta.url));
/** Encrypts nothing but recorded histories of made-up cases. */
const keyFile = `${folder}/payload-keys.json`;

interface Recording {
  readonly workflowId: string;
  /** Temporal's message, in base64. */
  readonly history: string;
  /** Definitions and large payloads by name; payloads in base64. */
  readonly definitions: Readonly<Record<string, string>>;
  readonly payloads: Readonly<Record<string, string>>;
}

it('replays every history that this build and those before it have written', { timeout: 120_000 }, async () => {
  const fresh = await record();
  const version = process.env['RECORD_HISTORIES'];
  if (version !== undefined) {
    for (const [name, recording] of Object.entries(fresh)) writeFileSync(`${folder}/${version}-${name}.json`, `${JSON.stringify(recording, null, 1)}\n`);
  }
  const recorded = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== 'payload-keys.json');
  expect(recorded.length).toBeGreaterThan(0);
  for (const recording of [...Object.values(fresh), ...recorded.map((name) => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as Recording)]) await replay(recording);
});

async function replay({ workflowId, history, definitions, payloads }: Recording): Promise<void> {
  const codec = createCodec(openKeyRing(keyFile), {
    readDefinition: async (_tenantId, hash) => Buffer.from(definitions[hash]!),
    readPayload: async (_tenantId, name) => Buffer.from(payloads[name]!, 'base64'),
    keepPayload: async () => 'not kept while replaying',
  });
  const options = { workflowBundle: { codePath: await workflowBundle() }, dataConverter: dataConverterOf(codec) };
  for await (const { error } of Worker.runReplayHistories(options, [{ workflowId, history: History.decode(Buffer.from(history, 'base64')) }])) expect(error, workflowId).toBeUndefined();
}

/** Goes through a few processes that between them use all that the shell does: every run's history, by a name for it. */
async function record(): Promise<Record<string, Recording>> {
  const engine = await runningEngine({ keyFile });
  await engine.startWorker();
  await engine.deploy({
    ...ecoFiles(),
    'main.bpmn': drawProcess('main', {
      messages: { stop: ['stop', '=id'] },
      elements: [
        startEvent(), userTask('one'), boundaryTimer('late', 'one', 'PT1S'), userTask('two'), boundaryMessage('stopped', 'two', 'stop'), callActivity('call', 'called'), exclusiveGateway('either'), endEvent(),
      ],
      flows: ['start > one > either > end', 'late > two > either', 'stopped > call > either'],
    }),
    'called.bpmn': drawProcess('called', { elements: [startEvent(), userTask('inner'), endEvent()], flows: ['start > inner > end'] }),
  });
  try {
    const eco = await engine.start('eco', { amount: 5_000, class: 'B', note: 'x'.repeat(70_000) });
    for (const elementId of ['assess', 'quality', 'regulatory', 'release']) valueOf(await engine.complete(eco, elementId, { [elementId]: true }));
    const main = await engine.start('main', { id: 'A-1' });
    await until('the timer has fired', async () => (await engine.openTasks(main))['two']);
    valueOf(await engine.client.publishMessage({ ...engine.caller, name: 'stop', correlationKey: 'A-1', timeToLive: 60_000, variables: {} }));
    const called = await until('the called instance has begun', () => calledBy(engine, main));
    valueOf(await engine.complete(called, 'inner'));
    const canceled = await engine.start('eco', { amount: 1, class: 'C' });
    valueOf(await engine.client.cancelProcessInstance({ ...engine.caller, processInstanceKey: canceled, reason: 'withdrawn' }));
    const recordings: Record<string, Recording> = {};
    for (const [name, key] of Object.entries({ eco, main, called, canceled })) recordings[name] = await recordingOf(engine, key);
    return recordings;
  } finally {
    await engine.close();
  }
}

async function calledBy(engine: RunningEngine, parent: string): Promise<string | undefined> {
  const { items } = await engine.store.inTenant(engine.tenantId, (tx) => searchProcessInstances(tx, { filter: { parentProcessInstanceKey: { $eq: parent } }, sort: [], page: { from: 0, limit: 5 } }));
  const key = items[0]?.processInstanceKey;
  return key !== undefined && (await engine.openTasks(key))['inner'] !== undefined ? key : undefined;
}

async function recordingOf(engine: RunningEngine, key: string): Promise<Recording> {
  const workflowId = processWorkflowId(engine.tenantId, key);
  await until('the workflow has ended', async () => (await engine.statusOf(workflowId)) === 'COMPLETED');
  const history = Buffer.from(History.encode({ events: [...(await engine.historyOf(workflowId))] }).finish());
  const isNamed = ([name]: readonly [string, string]): boolean => history.includes(name);
  return engine.store.inTenant(engine.tenantId, async (tx) => {
    const definitions = await tx.selectFrom('definition_contents').select(['hash', 'content']).execute();
    const payloads = await tx.selectFrom('payloads').select(['name', 'content']).execute();
    return {
      workflowId,
      history: history.toString('base64'),
      definitions: Object.fromEntries(definitions.map(({ hash, content }) => [hash, content] as const).filter(isNamed)),
      payloads: Object.fromEntries(payloads.map(({ name, content }) => [name, Buffer.from(content).toString('base64')] as const).filter(isNamed)),
    };
  });
}
