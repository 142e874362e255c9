import { startManagedProcess, type ManagedProcess, type ManagedProcessOptions } from '../services/index.ts';

/** A Node child that is started again when it ends by itself, with growing pauses. */
export interface Supervised {
  readonly name: string;
  readonly current: () => ManagedProcess;
  stop(): Promise<void>;
}

export interface SuperviseOptions extends Omit<ManagedProcessOptions, 'ipc' | 'stopSignal'> {
  readonly say: (line: string) => void;
  /** Told of every process that takes the place of one before. */
  readonly onProcess: (process: ManagedProcess) => void;
}

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 30_000;
/** A child that ran this long has its pauses begin anew. */
const STEADY = 60_000;

/**
 * Starts the child and waits until it says `{ type: 'ready' }`.
 * @throws when it ends before that, the first time.
 */
export async function supervise(options: SuperviseOptions): Promise<Supervised> {
  let stopping = false;
  let current = await startChild(options);
  const watch = async (): Promise<void> => {
    let pause = FIRST_PAUSE;
    for (;;) {
      const startedAt = performance.now();
      const { code, signal } = await current.ended;
      if (stopping) return;
      if (performance.now() - startedAt > STEADY) pause = FIRST_PAUSE;
      options.say(`${options.name} ended (${signal ?? `exit code ${code}`}); starting it again in ${pause / 1000} s. Its log is ${options.logFile}`);
      await new Promise((resolve) => setTimeout(resolve, pause));
      pause = Math.min(pause * 2, LONGEST_PAUSE);
      if (stopping) return;
      current = await startManagedProcess({ ...options, ipc: true, stopSignal: 'SIGTERM' });
      options.onProcess(current);
    }
  };
  const watching = watch();
  return {
    name: options.name,
    current: () => current,
    async stop() {
      stopping = true;
      await current.stop(30_000);
      await watching;
    },
  };
}

async function startChild(options: SuperviseOptions): Promise<ManagedProcess> {
  const child = await startManagedProcess({ ...options, ipc: true, stopSignal: 'SIGTERM' });
  options.onProcess(child);
  const ready = new Promise<'ready'>((resolve) => {
    child.child.on('message', (message) => {
      if ((message as { type?: string }).type === 'ready') resolve('ready');
    });
  });
  const first = await Promise.race([ready, child.ended]);
  if (first !== 'ready') throw new Error(`${options.name} ended while starting (${first.signal ?? `exit code ${first.code}`}); its log is ${options.logFile}`);
  return child;
}
