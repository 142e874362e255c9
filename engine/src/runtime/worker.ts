import { setTimeout as pause } from 'node:timers/promises';
import { NativeConnection, Worker, type WorkerOptions as TemporalWorkerOptions } from '@temporalio/worker';
import { createActivities, type ProjectionHooks } from './activities/create-activities.ts';
import { bundleWorkflows } from './bundle.ts';
import type { TemporalOptions } from './client/connect-temporal.ts';
import { openBackend, type Backend, type BackendOptions, type TrialOptions } from './client/open-backend.ts';
import { dataConverterOf } from './codec/data-converter.ts';
import { startCouriers, type CourierOptions } from './couriers/start-couriers.ts';
import { installTemporalRuntime } from './install-temporal-runtime.ts';
import type { Log } from './log.ts';

export interface WorkerOptions extends BackendOptions, CourierOptions {
  /** What `bundleWorkflows` made; made anew when absent, which takes seconds. */
  readonly bundle?: { readonly code: string } | { readonly codePath: string };
  /** Instances held in memory; the rest is read from history when something happens to them. By default what the heap allows. */
  readonly cachedInstances?: number;
  /** Turns at work at a time; 40 when absent. */
  readonly concurrentTurns?: number;
  /**
   * Temporal's worker deployment that this process is a version of. Running instances move to the version that is made current; changes of the
   * workflow shell that they could notice stand behind `patched`. Without it every worker of the task queue may get any instance.
   */
  readonly deployment?: { readonly name: string; readonly buildId: string };
  readonly trial?: TrialOptions & {
    readonly hooks?: ProjectionHooks;
    /** Milliseconds after which an instance is given to another worker when the one that has it in memory does not take it. */
    readonly stickyTimeout?: number;
  };
}

export interface RunningWorker {
  /** Takes no more work, finishes what is at hand. */
  stop(): Promise<void>;
}

/**
 * Runs workflows, activities and couriers until stopped. Resolves when it polls for work. A server that is not there is waited for, and a
 * worker that has failed is made anew.
 */
export async function startWorker(options: WorkerOptions): Promise<RunningWorker> {
  const { log } = options;
  installTemporalRuntime(log);
  const backend = openBackend(options);
  const workflowBundle = options.bundle ?? (await bundleWorkflows());
  const stopping = new AbortController();

  async function open(): Promise<OpenWorker> {
    const connection = await connect(options.temporal, log, stopping.signal);
    const worker = await Worker.create({ ...workerOptions(options, backend), connection, workflowBundle });
    return { connection, worker };
  }

  async function run(first: OpenWorker): Promise<void> {
    for (let current = first; ; current = await open()) {
      const shutDown = (): void => current.worker.shutdown();
      stopping.signal.addEventListener('abort', shutDown, { once: true });
      try {
        await current.worker.run();
        return;
      } catch (error) {
        log.error({ err: error }, 'the Temporal worker has failed and is made anew');
        if (stopping.signal.aborted) return;
      } finally {
        stopping.signal.removeEventListener('abort', shutDown);
        await current.connection.close();
      }
      await pause(1_000);
    }
  }

  const running = run(await open());
  const couriers = startCouriers(backend, options);
  return {
    async stop() {
      stopping.abort();
      await Promise.all([running, couriers.stop()]);
      await backend.close();
    },
  };
}

interface OpenWorker {
  readonly connection: NativeConnection;
  readonly worker: Worker;
}

function workerOptions({ temporal, cachedInstances, concurrentTurns, deployment, trial }: WorkerOptions, backend: Backend): TemporalWorkerOptions {
  return {
    namespace: temporal.namespace ?? 'default',
    taskQueue: backend.temporal.taskQueue,
    activities: createActivities(backend.store, trial?.hooks),
    dataConverter: dataConverterOf(backend.temporal.codec),
    shutdownGraceTime: '20s',
    ...(trial?.stickyTimeout !== undefined && { stickyQueueScheduleToStartTimeout: trial.stickyTimeout }),
    ...(cachedInstances !== undefined && { maxCachedWorkflows: cachedInstances }),
    ...(concurrentTurns !== undefined && { maxConcurrentWorkflowTaskExecutions: concurrentTurns }),
    ...(deployment && {
      workerDeploymentOptions: {
        version: { deploymentName: deployment.name, buildId: deployment.buildId },
        useWorkerVersioning: true,
        defaultVersioningBehavior: 'AUTO_UPGRADE',
      },
    }),
  };
}

async function connect({ address, tls, apiKey }: TemporalOptions, log: Log, stopping: AbortSignal): Promise<NativeConnection> {
  for (let wait = 500; ; wait = Math.min(wait * 2, 5_000)) {
    stopping.throwIfAborted();
    try {
      return await NativeConnection.connect({ address, ...(tls !== undefined && { tls }), ...(apiKey !== undefined && { apiKey }) });
    } catch (error) {
      log.warn({ err: error, address }, 'Temporal does not answer yet');
      await pause(wait);
    }
  }
}
