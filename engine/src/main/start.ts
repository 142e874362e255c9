import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { APP_ROLE, freePort, isFree, openStateFolder, startPostgres, startTemporal, stopLeftover, type RememberedProcess, type StateFolder } from '../services/index.ts';
import { migrate } from '../store/index.ts';
import { lockHome } from './home-lock.ts';
import { readSettings, type Settings } from './settings.ts';
import { supervise, type Supervised } from './supervise.ts';

const say = (line: string): void => console.log(line);

/** `npm start`: brings up what is not given from outside, then the worker and the API, and prints where they are. */
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
  let stopping: Promise<void> | null = null;
  const stop = (code: number): Promise<void> => {
    stopping ??= running.stop().finally(() => {
      lock.release();
      process.exit(code);
    });
    return stopping;
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (stopping === null) say('\nStopping: work at hand is finished first.');
      void stop(0);
    });
  }
  try {
    await bringUp(settings, state, running);
  } catch (error) {
    if (stopping !== null) return;
    say(`\nLoopwright could not start: ${(error as Error).message}`);
    await stop(1);
  }
}

/** Parts in the order in which they came up; stopped the other way round. */
class RunningParts {
  readonly #parts: { readonly stop: () => Promise<void> }[] = [];
  readonly #processes = new Map<string, RememberedProcess>();
  readonly #state: StateFolder;

  constructor(state: StateFolder) {
    this.#state = state;
  }

  add(part: { readonly stop: () => Promise<void> }): void {
    this.#parts.push(part);
  }

  remember(process: RememberedProcess): void {
    this.#processes.set(process.name, process);
    this.#state.update({ processes: [...this.#processes.values()] });
  }

  async stop(): Promise<void> {
    for (const part of this.#parts.toReversed()) await part.stop();
    this.#state.update({ processes: [] });
  }
}

async function bringUp(settings: Settings, state: StateFolder, running: RunningParts): Promise<void> {
  for (const left of (state.read().processes ?? []).toReversed()) {
    if (await stopLeftover(left, left.name.startsWith('PostgreSQL') ? 'SIGINT' : 'SIGTERM')) say(`Stopped ${left.name} (pid ${left.pid}), left behind by a start that was killed.`);
  }
  const port = await pickPort(settings);
  const [postgres, temporal] = await settled([
    startPostgres({ state, say }).then((part) => {
      running.add(part);
      if (part.server) running.remember(part.server.identity);
      return part;
    }),
    startTemporal({ state, say }).then((part) => {
      running.add(part);
      if (part.server) running.remember(part.server.identity);
      return part;
    }),
  ]);
  const applied = await migrate({ ownerUrl: postgres.ownerUrl, appRole: new URL(postgres.appUrl).username || APP_ROLE, ...(postgres.appPassword === null ? {} : { appPassword: postgres.appPassword }) });
  if (applied.length > 0) say(`Database schema brought up to date (${applied.length} changes).`);
  const env = {
    ...process.env,
    DATABASE_URL: postgres.appUrl,
    DATABASE_MIGRATION_URL: '',
    TEMPORAL_ADDRESS: temporal.address,
    TEMPORAL_NAMESPACE: temporal.namespace,
    LOOPWRIGHT_DEV_SERVER: temporal.devServer ? '1' : '0',
    LOOPWRIGHT_HOME: settings.home,
    LOOPWRIGHT_PORT: String(port),
  };
  for (const name of ['worker', 'api'] as const) running.add(await startNode(name, env, settings, running));
  say(banner(settings, port, temporal.devServer));
}

async function pickPort({ port }: Settings): Promise<number> {
  if (port === 0) return freePort();
  if (!(await isFree(port))) throw new Error(`port ${port} is taken. Set LOOPWRIGHT_PORT to another one.`);
  return port;
}

function startNode(name: 'worker' | 'api', env: NodeJS.ProcessEnv, settings: Settings, running: RunningParts): Promise<Supervised> {
  return supervise({
    name,
    command: process.execPath,
    args: ['--enable-source-maps', fileURLToPath(new URL(`./${name}.js`, import.meta.url))],
    env,
    logFile: join(settings.home, 'logs', `${name}.log`),
    say,
    onProcess: ({ identity }) => running.remember(identity),
  });
}

/** Waits for all, so that nothing that is still coming up is missed when another part fails. */
async function settled<A, B>(parts: readonly [Promise<A>, Promise<B>]): Promise<[A, B]> {
  await Promise.allSettled(parts);
  return Promise.all(parts);
}

function banner(settings: Settings, port: number, devServer: boolean): string {
  return [
    '',
    `  Loopwright runs on http://${settings.host}:${port}`,
    ...(settings.demo ? ['', '  Demo accounts, the password equal to the name:', '    originator · change-analyst · qa-manager · auditor · process-owner · admin', '    (all of them stand on the sign-in page)'] : []),
    ...(devServer ? ['', '  Temporal runs as a dev server: one machine, not for regulated records. Name a cluster in TEMPORAL_ADDRESS.'] : []),
    '',
    `  State and logs: ${settings.home}    Stop: Ctrl-C`,
    '',
  ].join('\n');
}
