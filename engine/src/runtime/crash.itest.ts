import { fork, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { expect, inject, it } from 'vitest';
import type { CrashWorkerOptions, Held, Orders } from '../../test/crash-worker-messages.ts';
import { boundaryMessage, boundaryTimer, drawProcess, endEvent, exclusiveGateway, parallelGateway, startEvent, timerCatch, userTask } from '../../test/draw-process.ts';
import { expectAgreement } from '../../test/expect-agreement.ts';
import { runningEngine, until, valueOf, type RunningEngine } from '../../test/running-engine.ts';
import { ana } from '../../test/sample-turns.ts';
import { workflowBundle } from '../../test/workflow-bundle.ts';
import { openStateFolder, startTemporal, type ManagedProcess, type RunningTemporal } from '../services/index.ts';
import { findRunnable, verifyAudit, type Actor } from '../store/index.ts';
import type { Outcome } from './index.ts';
import { processWorkflowId } from './workflow/workflow-ids.ts';

/** After `one` comes a timer that nobody else sets: an instance whose turn Temporal has lost stands still there unless it catches up. */
const contested = drawProcess('contested', {
  messages: { stop: ['stop', '=id'] },
  elements: [
    startEvent(), parallelGateway('fork'), userTask('one'), boundaryTimer('late', 'one', '=wait'), boundaryMessage('stopped', 'one', 'stop'), timerCatch('pause', 'PT1S'), userTask('next'), userTask('after-timer'),
    userTask('after-message'), exclusiveGateway('either'), userTask('two'), parallelGateway('join'), endEvent(),
  ],
  flows: ['start > fork > one > pause > next > either > join > end', 'late > after-timer > either', 'stopped > after-message > either', 'fork > two > join'],
});

/** Where a completion is when the crash comes: before its transaction, inside, after it, or done with its workflow task as well. */
const points = ['before', 'inside', 'after', 'done'] as const;
/** What else happens to the same task until all is up again. */
const rivals = ['nothing', 'another user', 'timer', 'message'] as const;
const ben: Actor = { type: 'user', id: 'ben', name: 'Ben Okoro' };
interface Case {
  readonly point: (typeof points)[number];
  readonly rival: (typeof rivals)[number];
  readonly processInstanceKey: string;
  readonly userTaskKey: string;
}

/** A Temporal server, a tenant and a worker process of one's own. */
interface Site {
  readonly engine: RunningEngine;
  readonly temporal: RunningTemporal;
  server: ManagedProcess;
  worker: ChildProcess;
}

async function openSite(onFinished: (close: () => Promise<void>) => void): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), 'loopwright-crash-'));
  chmodSync(folder, 0o755);
  const temporal = await startTemporal({ state: openStateFolder(folder), say: () => undefined });
  const engine = await runningEngine({ temporalAddress: temporal.address, trial: { workflowTaskTimeout: 4_000 } });
  const site: Site = {
    engine, temporal,
    server: temporal.own!.server,
    worker: await startCrashWorker(engine),
  };
  onFinished(async () => {
    site.worker.kill('SIGKILL');
    await engine.close();
    await site.server.stop();
    rmSync(folder, { recursive: true });
  });
  return site;
}

async function startCrashWorker({ tenantId, temporal }: RunningEngine): Promise<ChildProcess> {
  const options: CrashWorkerOptions = { databaseUrl: inject('databaseUrl'), tenantId, temporal, bundlePath: await workflowBundle() };
  const child = fork(fileURLToPath(new URL('../../test/crash-worker.ts', import.meta.url)), { env: { ...process.env, CRASH_WORKER: JSON.stringify(options) }, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve());
    child.once('exit', (code) => reject(new Error(`the worker ended with ${code}`)));
  });
  return child;
}

/** One instance for each point and rival. The timers are set to what this machine needs to come to the crash. */
async function startCases({ engine }: Site): Promise<{ readonly cases: readonly Case[]; readonly timersDueAt: number }> {
  const { contested: processDefinitionKey } = await engine.deploy({ 'contested.bpmn': contested });
  const start = (rival: Case['rival'], wait: string) =>
    Promise.all(
      points.map(async (point): Promise<Case> => {
        const variables = { id: `${point} ${rival}`, wait };
        const { processInstanceKey } = valueOf(await engine.client.createProcessInstance({ ...engine.caller, processDefinitionKey: processDefinitionKey!, variables }));
        return { point, rival, processInstanceKey, userTaskKey: (await engine.openTasks(processInstanceKey))['one']! };
      }));
  const begun = Date.now();
  const others = await Promise.all(rivals.filter((rival) => rival !== 'timer').map((rival) => start(rival, 'P7D')));
  const seconds = Math.ceil((Date.now() - begun) / 500) + 4;
  const timers = await start('timer', `PT${seconds}S`);
  return { cases: [...others.flat(), ...timers], timersDueAt: Date.now() + seconds * 1_000 };
}

const complete = ({ engine }: Site, { userTaskKey }: Case, actor: Actor = ana): Promise<Outcome> =>
  engine.client.completeUserTask({ tenantId: engine.tenantId, actor, idempotencyKey: `complete ${userTaskKey}`, userTaskKey, variables: { by: actor.id } });

/** Asks the same again until the answer is definite. */
const definite = (site: Site, one: Case, actor: Actor): Promise<Outcome> =>
  until(`an answer for ${one.point}, ${one.rival}`, async () => {
    const outcome = await complete(site, one, actor);
    return outcome.kind !== 'unavailable' && outcome;
  });

/** Keeps the projections of some instances waiting in the middle of their transactions. */
async function blockInside(tenantId: string, cases: readonly Case[]): Promise<{ untilBlocked(): Promise<unknown>; release(): Promise<void> }> {
  const client = new pg.Client({ connectionString: inject('databaseUrl') });
  await client.connect();
  await client.query(`begin; set local app.tenant = '${tenantId}'`);
  await client.query('select from audit_streams where stream = any($1) for update', [cases.map(({ processInstanceKey }) => `process-instance/${processInstanceKey}`)]);
  const { rows: [own] } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  return {
    untilBlocked: () =>
      until('the projections wait for the lock', async () => {
        const { rows } = await client.query('select from pg_stat_activity where $1 = any(pg_blocking_pids(pid))', [own!.pid]);
        return rows.length >= cases.length;
      }),
    async release() {
      await client.query('rollback');
      await client.end();
    },
  };
}

/** Completes whatever is open until the instance has ended. */
async function finish({ engine }: Site, { processInstanceKey }: Case): Promise<void> {
  await until('the instance ends', async () => {
    for (const userTaskKey of Object.values(await engine.openTasks(processInstanceKey))) valueOf(await engine.client.completeUserTask({ ...engine.caller, userTaskKey, variables: {} }));
    return (await engine.store.inTenant(engine.tenantId, (tx) => findRunnable(tx, processInstanceKey)))?.state === 'COMPLETED';
  });
}

it.for([
  { killed: 'worker', killsWorker: true, killsServer: false },
  { killed: 'server', killsWorker: false, killsServer: true },
  { killed: 'worker and server', killsWorker: true, killsServer: true },
])('agrees on everything after kill -9 of $killed, wherever a completion was and whoever came between', { timeout: 180_000 }, async ({ killsWorker, killsServer }, { onTestFinished }) => {
  const site = await openSite(onTestFinished);
  const { engine } = site;
  const { cases, timersDueAt } = await startCases(site);
  const at = (point: Case['point']) => cases.filter((one) => one.point === point);

  const held = new Set<string>();
  site.worker.on('message', ({ processInstanceKey }: Held) => held.add(processInstanceKey));
  site.worker.send({ hold: Object.fromEntries([...at('before'), ...at('after')].map(({ processInstanceKey, point }) => [processInstanceKey, point as Held['point']])) } satisfies Orders);
  const lock = await blockInside(engine.tenantId, at('inside'));
  for (const outcome of await Promise.all(at('done').map((one) => complete(site, one)))) expect(outcome.kind).toBe('done');
  const asked = [...at('before'), ...at('inside'), ...at('after')].map((one) => complete(site, one));
  await until('completions are held before and after their transactions', async () => held.size === 8);
  await lock.untilBlocked();
  expect(Date.now(), 'the timers must not fire before the crash').toBeLessThan(timersDueAt);

  const workerEnded = new Promise((resolve) => site.worker.once('exit', resolve));
  if (killsWorker) site.worker.kill('SIGKILL');
  if (killsServer) process.kill(site.server.pid, 'SIGKILL');
  await Promise.all([killsWorker && workerEnded, killsServer && site.server.ended]);
  if (!killsWorker) site.worker.send({ hold: {} } satisfies Orders);

  const contestedByBen = cases.filter(({ rival }) => rival === 'another user');
  const rivalsAsked = contestedByBen.map((one) => complete(site, one, ben));
  const published = cases.filter(({ rival }) => rival === 'message').map(({ point, rival }) =>
    engine.client.publishMessage({ ...engine.caller, name: 'stop', correlationKey: `${point} ${rival}`, timeToLive: 3_600_000, variables: {} }));
  await pause(Math.max(0, timersDueAt - Date.now()));
  if (killsServer) site.server = await site.temporal.own!.launch();
  if (killsWorker) site.worker = await startCrashWorker(engine);
  await lock.release();
  for (const publication of await Promise.all(published)) expect(publication.kind).toBe('done');
  await Promise.all([...asked, ...rivalsAsked]);

  const byAna = new Map(await Promise.all(cases.map(async (one) => [one, await definite(site, one, ana)] as const)));
  const byBen = new Map(await Promise.all(contestedByBen.map(async (one) => [one, await definite(site, one, ben)] as const)));
  await until('nothing is left to be sent', async () => {
    const left = await engine.store.inTenant(engine.tenantId, async (tx) => [
      await tx.selectFrom('requests').select('request_id').where('settled_at', 'is', null).execute(), await tx.selectFrom('outbox').select('topic').where('topic', '=', 'deliver message').execute(),
    ]);
    return left.every((rows) => rows.length === 0);
  });

  for (const one of cases) {
    const name = `${one.point}, ${one.rival}`;
    const { turns } = await expectAgreement(engine.store, engine.tenantId, one.processInstanceKey);
    const end = turns[1]!.events[0]!;
    const doneBy = [byAna.get(one)?.kind === 'done' && 'ana', byBen.get(one)?.kind === 'done' && 'ben'].filter(Boolean);
    expect(doneBy.length, `${name}: who is told that it is done`).toBe(end.type === 'user task completed' ? 1 : 0);
    if (one.point === 'after' || one.point === 'done' || one.rival === 'nothing') expect(doneBy, name).toEqual(['ana']);
  }
  await Promise.all(cases.map((one) => finish(site, one)));
  for (const { processInstanceKey } of cases) {
    await expectAgreement(engine.store, engine.tenantId, processInstanceKey);
    await until('the workflow ends as well', async () => (await engine.statusOf(processWorkflowId(engine.tenantId, processInstanceKey))) === 'COMPLETED');
  }
  expect((await verifyAudit(engine.store, engine.tenantId, { keys: [] })).findings).toEqual([]);
});
