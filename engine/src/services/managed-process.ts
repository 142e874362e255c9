import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { isRunning, startTimeOf } from './process-identity.ts';
import type { RememberedProcess } from './state-folder.ts';

export interface ManagedProcessOptions {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly uid?: number;
  readonly gid?: number;
  readonly cwd?: string;
  /** Where its output goes, appended by the process itself, so that it can go on writing when we are gone. */
  readonly logFile: string;
  /** What asks it to end in good order. */
  readonly stopSignal: NodeJS.Signals;
  /** A channel for messages between parent and child (Node children only). */
  readonly ipc?: boolean;
}

export interface ManagedProcess {
  readonly name: string;
  readonly pid: number;
  readonly child: ChildProcess;
  /** Settles when the process has ended, for whatever reason. */
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  readonly identity: RememberedProcess;
  /** Asks it to end; kills it after `patience` milliseconds. */
  stop(patience?: number): Promise<void>;
}

/** A server that we run ourselves. */
export interface OwnServer {
  readonly server: ManagedProcess;
  /** Starts it again with the same settings, after it has ended. Resolves when it answers. */
  launch(): Promise<ManagedProcess>;
}

/** Starts a process in a group of its own, so that Ctrl-C in the terminal reaches it only through us and in our order. */
export async function startManagedProcess(options: ManagedProcessOptions): Promise<ManagedProcess> {
  mkdirSync(dirname(options.logFile), { recursive: true });
  const log = openSync(options.logFile, 'a', 0o600);
  const spawnOptions: SpawnOptions = {
    detached: true,
    stdio: options.ipc ? ['ignore', log, log, 'ipc'] : ['ignore', log, log],
    env: options.env ?? process.env,
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    ...(options.uid === undefined ? {} : { uid: options.uid }),
    ...(options.gid === undefined ? {} : { gid: options.gid }),
  };
  const child = spawn(options.command, options.args, spawnOptions);
  closeSync(log);
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
    child.once('error', () => resolve({ code: 127, signal: null }));
  });
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', (error) => reject(new Error(`${options.name} can't be started (${options.command}): ${error.message}`)));
  });
  const pid = child.pid as number;
  return {
    name: options.name,
    pid,
    child,
    ended,
    identity: { name: options.name, pid, startedAt: startTimeOf(pid) ?? '' },
    stop: (patience = 15_000) => stopProcess(pid, options.stopSignal, patience, ended),
  };
}

async function stopProcess(pid: number, signal: NodeJS.Signals, patience: number, ended: Promise<unknown>): Promise<void> {
  if (!isRunning(pid)) return;
  process.kill(pid, signal);
  const timer = setTimeout(() => isRunning(pid) && process.kill(pid, 'SIGKILL'), patience);
  await ended;
  clearTimeout(timer);
}

/** Ends a process that an earlier start, itself killed, has left behind. Does nothing when the pid is gone or belongs to another process now. */
export async function stopLeftover(left: RememberedProcess, signal: NodeJS.Signals, patience = 10_000): Promise<boolean> {
  if (startTimeOf(left.pid) !== left.startedAt) return false;
  process.kill(left.pid, signal);
  const deadline = performance.now() + patience;
  while (startTimeOf(left.pid) === left.startedAt) {
    if (performance.now() > deadline) process.kill(left.pid, 'SIGKILL');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return true;
}
