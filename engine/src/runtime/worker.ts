import { setTimeout as pause } from 'node:timers/promises';
import { NativeConnection, Worker, type NativeConnectionOptions } from '@temporalio/worker';
import type { Store } from '../store/index.ts';
import { createActivities, type ProjectionHooks } from './activities/create-activities.ts';
import { bundleWorkflows } from './bundle.ts';
import { DEFAULT_TASK_QUEUE, type TemporalOptions } from './client/connect-temporal.ts';
import type { SettingsOf } from './client/instance-settings.ts';
import { dataConverterOf, openCodec } from './codec/data-converter.ts';
import { installTemporalRuntime } from './install-temporal-runtime.ts';
import type { Log } from './log.ts';

export interface WorkerOptions {
  readonly store: Store;
  readonly temporal: TemporalOptions;
  readonly log: Log;
  /** Zone and calendars that a tenant's new instances are pinned to. */
  readonly settingsOf: SettingsOf;
  /** Tenants whose outbox, overdue requests and clocks this worker looks after; all of the store's when absent. */
  readonly tenants?: readonly string[];
  /** What `bundleWorkflows` made; made anew when absent, which takes seconds. */
  readonly bundle?: { readonly code: string } | { readonly codePath: string };
  /** Instances held in memory; the rest is read from history when something happens to them. By default what the heap allows. */
  readonly cachedInstances?: number;
  /** Turns at work at a time. */
  readonly concurrentTurns?: number;
  /**
   * Temporal's worker deployment that this process is a version of. Running instances move to the version that is made current; changes of the
   * workflow shell that they could notice stand behind `patched`. Without it every worker of the task queue may get any instance.
   */
  readonly deployment?: { readonly name: string; readonly buildId: string };
  /** For crash tests only. */
  readonly hooks?: ProjectionHooks;
}

export interface RunningWorker {
  /** Takes no more work, finishes what is at hand. */
  stop(): Promise<void>;
}

/** Runs workflows and activities until stopped. Resolves when it polls; a server that is not there is waited for. */
export async function startWorker(options: WorkerOptions): Promise<RunningWorker> {
  const { store, log, temporal, deployment } = options;
  installTemporalRuntime(log);
  const connection = await connect(temporal, log);
  const worker = await Worker.create({
    connection,
    namespace: temporal.namespace ?? 'default',
    taskQueue: temporal.taskQueue ?? DEFAULT_TASK_QUEUE,
    workflowBundle: options.bundle ?? (await bundleWorkflows()),
    activities: createActivities(store, options.hooks),
    dataConverter: dataConverterOf(openCodec(store, temporal.keyFile)),
    shutdownGraceTime: '20s',
    ...(options.cachedInstances !== undefined && { maxCachedWorkflows: options.cachedInstances }),
    ...(options.concurrentTurns !== undefined && { maxConcurrentWorkflowTaskExecutions: options.concurrentTurns }),
    ...(deployment && {
      workerDeploymentOptions: {
        version: { deploymentName: deployment.name, buildId: deployment.buildId },
        useWorkerVersioning: true,
        defaultVersioningBehavior: 'AUTO_UPGRADE' as const,
      },
    }),
  });
  const running = worker.run();
  running.catch((error: unknown) => log.error({ err: error }, 'the Temporal worker has failed'));
  return {
    async stop() {
      if (worker.getState() === 'RUNNING') worker.shutdown();
      await running.catch(() => undefined);
      await connection.close();
    },
  };
}

async function connect({ address, tls, apiKey }: TemporalOptions, log: Log): Promise<NativeConnection> {
  const options: NativeConnectionOptions = { address, ...(tls !== undefined && { tls }), ...(apiKey !== undefined && { apiKey }) };
  for (let wait = 500; ; wait = Math.min(wait * 2, 5_000)) {
    try {
      return await NativeConnection.connect(options);
    } catch (error) {
      log.warn({ err: error, address }, 'Temporal does not answer yet');
      await pause(wait);
    }
  }
}
