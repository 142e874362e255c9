import { openStateFolder } from '../services/index.ts';
import { bringUp } from './bring-up.ts';
import { lockHome } from './home-lock.ts';
import { RunningParts } from './running-parts.ts';
import { readSettings } from './settings.ts';

const say = (line: string): void => console.log(line);

/** `npm start`: brings up what is not given from outside, then the worker and the API, and prints where they are. Ends the process when stopped. */
export async function start(): Promise<void> {
  const settings = readSettings();
  const state = openStateFolder(settings.home);
  const lock = lockHome(state);
  if ('heldBy' in lock) {
    say(`Loopwright already runs from ${settings.home} (pid ${lock.heldBy}). Stop it first, or set LOOPWRIGHT_HOME and LOOPWRIGHT_PORT for a second copy.`);
    process.exitCode = 1;
    return;
  }
  const running = new RunningParts(state);
  const abort = new AbortController();
  const comingUp = bringUp({ settings, state, running, say, abort: abort.signal });
  const finish = async (code: number): Promise<never> => {
    await comingUp.catch(() => undefined);
    await running.stop();
    lock.release();
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (abort.signal.aborted) return;
      say('\nStopping: work at hand is finished first.');
      abort.abort();
      void finish(0);
    });
  }
  await comingUp.catch(async (error: Error) => {
    if (abort.signal.aborted) return;
    abort.abort();
    say(`\nLoopwright could not start: ${error.message}`);
    await finish(1);
  });
}
