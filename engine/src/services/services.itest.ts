import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import { openStateFolder, startPostgres, startTemporal, stopLeftover, type ManagedProcess, type RunningPostgres, type StateFolder } from './index.ts';

const asRoot = process.getuid?.() === 0;
const started: ManagedProcess[] = [];
const folders: string[] = [];

afterEach(async () => {
  for (const process of started.splice(0)) await process.stop();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function newHome(name: string): StateFolder {
  const parent = mkdtempSync(join(tmpdir(), 'loopwright-services-'));
  chmodSync(parent, 0o755);
  folders.push(parent);
  return openStateFolder(join(parent, name));
}

async function bringUp(state: StateFolder, said: string[] = []): Promise<RunningPostgres> {
  const postgres = await startPostgres({ state, say: (line) => said.push(line) });
  if (postgres.own) started.push(postgres.own.server);
  return postgres;
}

async function query<Row extends pg.QueryResultRow>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client.query<Row>(text).then(
    ({ rows }) => rows,
    (error: Error) => Promise.reject(error),
  ).finally(() => client.end());
}

async function killHard(process: ManagedProcess): Promise<void> {
  process.child.kill('SIGKILL');
  await process.ended;
}

describe('PostgreSQL', () => {
  it('runs from a folder with spaces and Chinese characters, durable, reachable with a password only', async () => {
    const state = newHome('变更 单');
    const postgres = await bringUp(state);
    expect(await query(postgres.ownerUrl, 'select current_setting($$fsync$$) as fsync, current_setting($$synchronous_commit$$) as commits')).toEqual([{ fsync: 'on', commits: 'on' }]);
    const withoutPassword = Object.assign(new URL(postgres.ownerUrl), { password: 'guessed' }).href;
    await expect(query(withoutPassword, 'select 1')).rejects.toThrow('password authentication failed');
    expect(statSync(join(state.path, 'state.json')).mode & 0o777).toBe(0o600);
  });

  it.runIf(asRoot)('runs as root from a folder that is closed to everybody else, and says where its data lies', async () => {
    const state = newHome('closed');
    chmodSync(state.path, 0o700);
    const said: string[] = [];
    const postgres = await bringUp(state, said);
    expect(await query(postgres.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
    const { folder } = state.read().postgres!;
    folders.push(join(folder, '..'));
    expect(folder.startsWith(state.path)).toBe(false);
    expect(said.join()).toContain(folder);
  });

  it('goes on after kill -9, on the same port, with what was committed', async () => {
    const state = newHome('killed');
    const first = await bringUp(state);
    await query(first.ownerUrl, 'create table kept as select 7 as number');
    await killHard(first.own!.server);
    const second = await bringUp(state);
    expect(second.ownerUrl).toBe(first.ownerUrl);
    expect(await query(second.ownerUrl, 'select number from kept')).toEqual([{ number: 7 }]);
  });

  it('goes on when the pid that it left behind belongs to an unrelated process of the same account', async () => {
    const state = newHome('reused');
    const first = await bringUp(state);
    await killHard(first.own!.server);
    const { folder } = state.read().postgres!;
    const account = statSync(folder);
    const stranger = spawn('sleep', ['60'], { uid: account.uid, gid: account.gid, cwd: '/' });
    const pidFile = join(folder, 'postmaster.pid');
    writeFileSync(pidFile, readFileSync(pidFile, 'utf8').replace(/^\d+/, String(stranger.pid)));
    try {
      const second = await bringUp(state);
      expect(await query(second.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
      expect(stranger.exitCode).toBeNull();
    } finally {
      stranger.kill();
    }
  });

  it('refuses a folder on which a server runs', async () => {
    const state = newHome('twice');
    await bringUp(state);
    await expect(startPostgres({ state, say: () => undefined })).rejects.toThrow('already runs');
  });

  it('starts anew when making the data directory was interrupted', async () => {
    const state = newHome('interrupted');
    mkdirSync(join(state.path, 'postgres.making'), { recursive: true });
    writeFileSync(join(state.path, 'postgres.making', 'PG_VERSION'), '18\n');
    const postgres = await bringUp(state);
    expect(await query(postgres.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  });
});

it('a leftover is stopped only when it is the very process that was started', async () => {
  const state = newHome('left');
  const postgres = await bringUp(state);
  const { identity, ended } = postgres.own!.server;
  expect(await stopLeftover({ ...identity, startedAt: '1' }, 'SIGINT')).toBe(false);
  expect(postgres.own!.server.child.exitCode).toBeNull();
  expect(await stopLeftover(identity, 'SIGINT')).toBe(true);
  await ended;
});

it('Temporal keeps a namespace through kill -9, and histories for a year', async () => {
  const state = newHome('temporal 时');
  const say = (): void => undefined;
  const first = await startTemporal({ state, say });
  started.push(first.own!.server);
  await killHard(first.own!.server);
  const second = await startTemporal({ state, say });
  started.push(second.own!.server);
  expect(second.address).toBe(first.address);
  const command = execFileSync('ps', ['-o', 'args=', '-p', String(second.own!.server.pid)], { encoding: 'utf8' }).split(' ')[0]!;
  const described = execFileSync(command, ['operator', 'namespace', 'describe', '--address', second.address, '--namespace', 'default', '-o', 'json'], { encoding: 'utf8' });
  expect(JSON.parse(described).config.workflowExecutionRetentionTtl).toBe(`${365 * 24 * 3600}s`);
});
