import { pino, type Logger } from 'pino';
import { READY } from './launch-node.ts';
import { readSettings, type Settings } from './settings.ts';

/** A program that runs until it is told to end. */
export interface Running {
  /** Finishes the work at hand. */
  stop(): Promise<void>;
}

/** Work at hand gets this long when the program is told to end, in milliseconds. */
const PATIENCE = 25_000;

/**
 * Runs one of our programs: JSON lines on standard output, drained at SIGTERM, SIGINT, or when the start that watches over it is gone.
 * Tells that start when it can work.
 */
export async function runChild(name: string, bringUp: (settings: Settings, log: Logger) => Promise<Running>): Promise<void> {
  const settings = readSettings();
  const log = pino({ name, level: settings.logLevel });
  let running: Running | null = null;
  let stopping = false;
  const stop = async (why: string): Promise<void> => {
    if (stopping) return;
    stopping = true;
    log.info({ why }, 'stopping');
    setTimeout(() => {
      log.error('not drained in time');
      process.exit(1);
    }, PATIENCE).unref();
    await running?.stop();
    log.info('stopped');
    process.exit(0);
  };
  const stopFor = (why: string) => () => void stop(why).catch((error: unknown) => fail(log, error, 'stopping failed'));
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stopFor(signal));
  process.on('disconnect', stopFor('the start that watched over this process is gone'));
  try {
    running = await bringUp(settings, log);
  } catch (error) {
    return fail(log, error, 'could not start');
  }
  log.info('ready');
  process.send?.(READY);
}

function fail(log: Logger, error: unknown, message: string): never {
  log.fatal({ err: error }, message);
  process.exit(1);
}
