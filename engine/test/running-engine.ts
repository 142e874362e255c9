import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import { inject } from 'vitest';
import type { Variables } from '../src/kernel/index.ts';
import { compileUpload } from '../src/api/deployments/compile-upload.ts';
import { createRuntimeClient, type Log, type Outcome, type RuntimeClient, type TemporalOptions } from '../src/runtime/index.ts';
import type { TrialOptions } from '../src/runtime/client/open-backend.ts';
import { startWorker, type RunningWorker, type WorkerOptions } from '../src/runtime/worker.ts';
import { deploy, ensureTenant, findProcessVersion, findRunnable, openStore, searchUserTasks, type Store } from '../src/store/index.ts';
import { ana } from './sample-turns.ts';
import { workflowBundle } from './workflow-bundle.ts';

/** A tenant, a task queue and a key file of one's own, on the servers that all tests share. */
export interface RunningEngine {
  readonly store: Store;
  readonly tenantId: string;
  readonly client: RuntimeClient;
  readonly temporal: TemporalOptions;
  readonly caller: { readonly tenantId: string; readonly actor: typeof ana };
  startWorker(options?: Partial<WorkerOptions>): Promise<RunningWorker>;
  /** Compiles and deploys files by name and text. @returns the keys of process definitions by process id. */
  deploy(files: Readonly<Record<string, string>>): Promise<Readonly<Record<string, string>>>;
  /** Element ids of the open user tasks of an instance, with their keys. */
  openTasks(processInstanceKey: string): Promise<Readonly<Record<string, string>>>;
  /** Status of a workflow's last run, such as RUNNING. */
  statusOf(workflowId: string): Promise<string>;
  /** Ends a workflow behind the engine's back. */
  terminate(workflowId: string): Promise<unknown>;
  /** How many runs a workflow has had, continued as new one after the other. */
  runsOf(workflowId: string): Promise<number>;
  /** Events of a workflow's current run. */
  historyOf(workflowId: string): Promise<readonly HistoryEvent[]>;
  /** Starts an instance of a process by its id. @returns its key. */
  start(processId: string, variables?: Variables): Promise<string>;
  /** Completes the open user task of an element. */
  complete(processInstanceKey: string, elementId: string, variables?: Variables): Promise<Outcome>;
  stateOf(processInstanceKey: string): Promise<string | undefined>;
  stopWorkers(): Promise<void>;
  close(): Promise<void>;
}

type HistoryEvent = NonNullable<Awaited<ReturnType<ReturnType<Client['workflow']['getHandle']>['fetchHistory']>>['events']>[number];

export interface EngineOptions {
  readonly isTest?: boolean;
  readonly trial?: TrialOptions;
  readonly keyFile?: string;
  readonly databaseUrl?: string;
  readonly temporalAddress?: string;
  readonly log?: Log;
}

const silent: Log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: (data, message) => console.error(message, data) };

export const settingsOf = () => ({ zone: 'Europe/Berlin', calendars: [] });

export async function runningEngine(options: EngineOptions = {}): Promise<RunningEngine> {
  const store = openStore({ url: options.databaseUrl ?? inject('databaseUrl'), poolSize: 10 });
  const tenantId = `t-${randomBytes(6).toString('hex')}`;
  await ensureTenant(store, { tenantId, name: tenantId, isTest: options.isTest ?? false });
  const folder = mkdtempSync(join(tmpdir(), 'loopwright-engine-'));
  const temporal: TemporalOptions = { address: options.temporalAddress ?? inject('temporalAddress'), taskQueue: tenantId, keyFile: options.keyFile ?? join(folder, 'payload-keys.json') };
  const log = options.log ?? silent;
  const client = createRuntimeClient({ store, temporal, log, settingsOf, ...(options.trial && { trial: options.trial }) });
  const temporalClient = new Client({ connection: Connection.lazy({ address: temporal.address }) });
  const workers: RunningWorker[] = [];

  const engine: RunningEngine = {
    store, tenantId, client, temporal,
    caller: { tenantId, actor: ana },
    async startWorker(changes = {}) {
      const worker = await startWorker({ store, temporal, log, settingsOf, bundle: { codePath: await workflowBundle() }, cachedInstances: 100, tenants: [tenantId], ...changes });
      workers.push(worker);
      return worker;
    },
    async deploy(files) {
      const { resources, findings } = compileUpload(Object.entries(files).map(([name, text]) => ({ name, content: Buffer.from(text) })));
      const faults = findings.filter(({ severity }) => severity === 'error');
      if (faults.length > 0) throw new Error(JSON.stringify(faults, null, 2));
      const { deployed } = await store.inTenant(tenantId, (tx) => deploy(tx, resources, { actor: ana, at: Date.now() }));
      return Object.fromEntries(deployed.flatMap((one) => (one.kind === 'process' ? [[one.processDefinitionId, one.processDefinitionKey]] : [])));
    },
    async start(processId, variables = {}) {
      const version = await store.inTenant(tenantId, (tx) => findProcessVersion(tx, { id: processId }));
      return valueOf(await client.createProcessInstance({ tenantId, actor: ana, processDefinitionKey: version!.processDefinitionKey, variables })).processInstanceKey;
    },
    async complete(processInstanceKey, elementId, variables = {}) {
      const userTaskKey = (await engine.openTasks(processInstanceKey))[elementId];
      if (userTaskKey === undefined) throw new Error(`the user task ${elementId} is not open`);
      return client.completeUserTask({ tenantId, actor: ana, userTaskKey, variables });
    },
    async stateOf(processInstanceKey) {
      return (await store.inTenant(tenantId, (tx) => findRunnable(tx, processInstanceKey)))?.state;
    },
    async openTasks(processInstanceKey) {
      const { items } = await store.inTenant(tenantId, (tx) => searchUserTasks(tx, { filter: { processInstanceKey, state: { $eq: 'CREATED' } }, sort: [], page: { from: 0, limit: 100 } }));
      return Object.fromEntries(items.map(({ elementId, userTaskKey }) => [elementId, userTaskKey]));
    },
    async statusOf(workflowId) {
      return (await temporalClient.workflow.getHandle(workflowId).describe()).status.name;
    },
    terminate: (workflowId) => temporalClient.workflow.getHandle(workflowId).terminate(),
    async runsOf(workflowId) {
      let runs = 0;
      let runId: string | undefined = (await temporalClient.workflow.getHandle(workflowId).describe()).runId;
      while (runId) {
        runs += 1;
        const { events } = await temporalClient.workflow.getHandle(workflowId, runId).fetchHistory();
        runId = events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId || undefined;
      }
      return runs;
    },
    async historyOf(workflowId) {
      return (await temporalClient.workflow.getHandle(workflowId).fetchHistory()).events ?? [];
    },
    async stopWorkers() {
      await Promise.all(workers.splice(0).map((worker) => worker.stop()));
    },
    async close() {
      await engine.stopWorkers();
      await client.close();
      await temporalClient.connection.close();
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
  return engine;
}

/** The value of an outcome that must be done. */
export function valueOf<T>(outcome: Outcome<T>): T {
  if (outcome.kind !== 'done') throw new Error(`not done: ${JSON.stringify(outcome)}`);
  return outcome.value;
}

/** Waits until something is so; looks often. */
export async function until<T>(what: string, look: () => Promise<T | undefined | null | false>, patience = 20_000): Promise<T> {
  const deadline = Date.now() + patience;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > deadline) throw new Error(`not within ${patience} ms: ${what}`);
    await pause(25);
  }
}


