import { spawnSync } from 'node:child_process';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { freePort } from './free-port.ts';
import { startManagedProcess, type ManagedProcess, type OwnServer } from './managed-process.ts';
import type { StateFolder } from './state-folder.ts';
import { findTemporal } from './temporal-binary.ts';

/** A Temporal frontend to talk to. */
export interface RunningTemporal {
  /** `host:port`. */
  readonly address: string;
  readonly namespace: string;
  /** True for the dev server: one machine, not for regulated records. */
  readonly devServer: boolean;
  /** The dev server that we run; null when a cluster was given from outside. */
  readonly own: OwnServer | null;
}

export interface StartTemporalOptions {
  readonly state: StateFolder;
  readonly say: (line: string) => void;
  /** False only for the throw-away servers of tests. */
  readonly durable?: boolean;
  /** Ends a build of the dev server that is under way. */
  readonly abort?: AbortSignal;
}

/** The cluster at TEMPORAL_ADDRESS, else a dev server with a database file under the state folder. */
export async function startTemporal(options: StartTemporalOptions): Promise<RunningTemporal> {
  const namespace = process.env['TEMPORAL_NAMESPACE'] ?? 'default';
  const given = process.env['TEMPORAL_ADDRESS'];
  if (given) return { address: given, namespace, devServer: false, own: null };
  return startDevServer(options, namespace);
}

async function startDevServer({ state, say, abort, durable = true }: StartTemporalOptions, namespace: string): Promise<RunningTemporal> {
  const command = await findTemporal(say, abort);
  const port = await freePort(state.read().temporal?.port);
  state.update({ temporal: { port } });
  const metricsPort = await freePort();
  const logFile = join(state.path, 'logs', 'temporal.log');
  const launch = async (): Promise<ManagedProcess> => {
    const server = await startManagedProcess({
      name: 'Temporal dev server',
      command,
      args: [
        ...['server', 'start-dev', '--headless', '--ip', '127.0.0.1', '--port', String(port), '--metrics-port', String(metricsPort)],
        ...['--db-filename', join(state.path, 'temporal.db'), '--log-level', 'warn', '--namespace', namespace],
        ...['--sqlite-pragma', 'journal_mode=WAL', '--sqlite-pragma', `synchronous=${durable ? 'FULL' : 'OFF'}`],
      ],
      logFile,
      stopSignal: 'SIGTERM',
    });
    await untilListening(port, server, logFile);
    return server;
  };
  const server = await launch();
  setRetention(command, port, namespace);
  return { address: `127.0.0.1:${port}`, namespace, devServer: true, own: { server, launch } };
}

/** The dev server keeps closed histories for a day by itself; auditors want longer. */
const RETENTION = '8760h';

function setRetention(command: string, port: number, namespace: string): void {
  const set = spawnSync(command, ['operator', 'namespace', 'update', '--address', `127.0.0.1:${port}`, '--namespace', namespace, '--retention', RETENTION], { encoding: 'utf8' });
  if (set.status !== 0) throw new Error(`Temporal's retention can't be set: ${set.stderr}`);
}

async function untilListening(port: number, server: ManagedProcess, logFile: string): Promise<void> {
  let ended = false;
  void server.ended.then(() => (ended = true));
  for (let waited = 0; waited < 60_000; waited += 100) {
    if (ended) throw new Error(`The Temporal dev server ended while starting; its log is ${logFile}`);
    if (await accepts(port)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await server.stop();
  throw new Error(`The Temporal dev server did not answer within a minute; its log is ${logFile}`);
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ host: '127.0.0.1', port });
    socket.once('connect', () => resolve(Boolean(socket.destroy())));
    socket.once('error', () => resolve(false));
  });
}
