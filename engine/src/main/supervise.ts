import type { ManagedProcess } from '../services/index.ts';

/** A process that is started again when it ends by itself, with growing pauses. */
export interface Supervised {
  readonly name: string;
  readonly current: () => ManagedProcess;
  stop(): Promise<void>;
}

export interface SuperviseOptions {
  readonly name: string;
  /** The process as it was first started. */
  readonly first: ManagedProcess;
  /** Starts it anew; resolves when it can work. */
  readonly launch: () => Promise<ManagedProcess>;
  readonly say: (line: string) => void;
  /** Told of every process that takes the place of one before. */
  readonly onProcess: (process: ManagedProcess) => void;
}

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 30_000;
/** A process that ran this long has its pauses begin anew. */
const STEADY = 60_000;
/** How long it may take to end in good order. */
const PATIENCE = 30_000;

/** Watches over a running process until it is stopped. */
export function supervise({ name, first, launch, say, onProcess }: SuperviseOptions): Supervised {
  let current = first;
  let endWait: (() => void) | null = null;
  let stopping = false;
  const pauseFor = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      endWait = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const watch = async (): Promise<void> => {
    let pause = FIRST_PAUSE;
    for (;;) {
      const startedAt = performance.now();
      const { code, signal } = await current.ended;
      if (stopping) return;
      if (performance.now() - startedAt > STEADY) pause = FIRST_PAUSE;
      say(`${name} ended (${signal ?? `exit code ${code}`}); it is started again.`);
      for (let up = false; !up; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
        await pauseFor(pause);
        if (stopping) return;
        up = await tryLaunch();
      }
      if (stopping) return current.stop(PATIENCE);
    }
  };
  const tryLaunch = async (): Promise<boolean> => {
    try {
      current = await launch();
    } catch (error) {
      say((error as Error).message);
      return false;
    }
    onProcess(current);
    say(`${name} is up again.`);
    return true;
  };
  const watching = watch();
  return {
    name,
    current: () => current,
    async stop() {
      stopping = true;
      endWait?.();
      await current.stop(PATIENCE);
      await watching;
    },
  };
}
