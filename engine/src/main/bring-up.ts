import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { APP_ROLE, freePort, isFree, startPostgres, startTemporal, stopLeftover, type OwnServer, type StateFolder } from '../services/index.ts';
import { migrate } from '../store/index.ts';
import { banner } from './banner.ts';
import { configuredTenants } from './configured-tenants.ts';
import { launchNode } from './launch-node.ts';
import type { RunningParts } from './running-parts.ts';
import { seedDemo } from './seed-demo.ts';
import type { Settings } from './settings.ts';

export interface BringUpOptions {
  readonly settings: Settings;
  readonly state: StateFolder;
  readonly running: RunningParts;
  readonly say: (line: string) => void;
  /** No further part is started once it is aborted; those that are up are in `running`. */
  readonly abort: AbortSignal;
}

/** Servers, schema, worker, API, demo, in this order; then says where all of it is. @throws when a part can't be started. */
export async function bringUp(options: BringUpOptions): Promise<void> {
  const { settings, state, running, say, abort } = options;
  const tenants = await configuredTenants(settings);
  await stopLeftovers(state, say);
  const port = await pickPort(settings);
  const own = <Part extends { readonly own: OwnServer | null }>(part: Part): Part => {
    if (part.own) running.add(part.own.server, part.own.launch, say);
    return part;
  };
  const servers = [startPostgres({ state, say }).then(own), startTemporal({ state, say, abort }).then(own)] as const;
  await Promise.allSettled(servers);
  const [postgres, temporal] = await Promise.all(servers);
  const appRole = decodeURIComponent(new URL(postgres.appUrl).username) || APP_ROLE;
  const applied = await migrate({ ownerUrl: postgres.ownerUrl, appRole, ...(postgres.appPassword !== null && { appPassword: postgres.appPassword }) });
  if (applied.length > 0) say(`Database schema brought up to date (${applied.length} changes).`);
  const env = {
    ...process.env,
    DATABASE_URL: postgres.appUrl,
    DATABASE_MIGRATION_URL: undefined,
    TEMPORAL_ADDRESS: temporal.address,
    TEMPORAL_NAMESPACE: temporal.namespace,
    LOOPWRIGHT_DEV_SERVER: temporal.devServer ? '1' : '0',
    LOOPWRIGHT_HOME: settings.home,
    LOOPWRIGHT_PORT: String(port),
  };
  abort.throwIfAborted();
  await startPrograms(options, env);
  abort.throwIfAborted();
  const demo = tenants.find(({ isDemo }) => isDemo);
  if (demo) await seedDemo(`http://${settings.host}:${port}`, state);
  if (!abort.aborted) say(banner({ settings, port, devServer: temporal.devServer, demoAccounts: demo?.accounts.map(({ id }) => id) ?? [] }));
}

/** Worker and API, both at once; the API is added last, and so stopped first. */
async function startPrograms({ settings, running, say }: BringUpOptions, env: NodeJS.ProcessEnv): Promise<void> {
  const launches = (['worker', 'api'] as const).map((name) => {
    const program = fileURLToPath(new URL(`./${name}.js`, import.meta.url));
    return () => launchNode({ name, command: process.execPath, args: ['--enable-source-maps', program], env, logFile: join(settings.home, 'logs', `${name}.log`) });
  });
  const launched = await Promise.allSettled(launches.map((launch) => launch()));
  for (const [index, result] of launched.entries()) if (result.status === 'fulfilled') running.add(result.value, launches[index]!, say);
  for (const result of launched) if (result.status === 'rejected') throw result.reason;
}

/** A start that was killed leaves its servers running; they hold the ports and the files that this one needs. */
async function stopLeftovers(state: StateFolder, say: (line: string) => void): Promise<void> {
  for (const left of (state.read().processes ?? []).toReversed()) {
    if (await stopLeftover(left, left.name.startsWith('PostgreSQL') ? 'SIGINT' : 'SIGTERM')) say(`Stopped ${left.name} (pid ${left.pid}), left behind by a start that was killed.`);
  }
}

async function pickPort({ port }: Settings): Promise<number> {
  if (port === 0) return freePort();
  if (!(await isFree(port))) throw new Error(`port ${port} is taken. Set LOOPWRIGHT_PORT to another one.`);
  return port;
}
