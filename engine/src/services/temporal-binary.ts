import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The pinned Temporal CLI, whose dev server is Temporal 1.29.1. Later tags need a submodule that Go's module proxy doesn't serve. */
export const TEMPORAL_CLI_VERSION = '1.5.1';

/** The Go module that pins the CLI and the checksums of all it is built from. */
const MODULE_FOLDER = fileURLToPath(new URL('../../temporal-server', import.meta.url));

/**
 * The `temporal` command: on PATH, else built before, else built now by Go from the pinned module (about five minutes, once a machine).
 * @throws with what to do, when there is neither.
 */
export async function findTemporal(say: (line: string) => void, abort?: AbortSignal): Promise<string> {
  const onPath = (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, 'temporal')).find((file) => existsSync(file));
  if (onPath && spawnSync(onPath, ['--version']).status === 0) return onPath;
  const cached = join(cacheFolder(), `temporal-${TEMPORAL_CLI_VERSION}-${process.platform}-${process.arch}`);
  if (existsSync(cached)) return cached;
  await build(cached, say, abort);
  return cached;
}

function cacheFolder(): string {
  return join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'loopwright');
}

async function build(target: string, say: (line: string) => void, abort: AbortSignal | undefined): Promise<void> {
  if (spawnSync('go', ['version']).status !== 0) {
    throw new Error('Temporal is missing: install the `temporal` command (https://docs.temporal.io/cli) or Go 1.25 or newer to build it, or name a cluster in TEMPORAL_ADDRESS.');
  }
  mkdirSync(cacheFolder(), { recursive: true });
  const making = `${target}.${process.pid}`;
  const started = performance.now();
  const minutes = (): string => ((performance.now() - started) / 60_000).toFixed(1);
  say(`Building the Temporal dev server ${TEMPORAL_CLI_VERSION} with Go, once for this machine: about five minutes.`);
  const progress = setInterval(() => say(`  still building, ${minutes()} min`), 30_000);
  try {
    const flags = `-s -w -X github.com/temporalio/cli/temporalcli.Version=${TEMPORAL_CLI_VERSION}`;
    const { code, output } = await run('go', ['build', '-mod=readonly', '-buildvcs=false', '-ldflags', flags, '-o', making, 'github.com/temporalio/cli/cmd/temporal'], MODULE_FOLDER, abort);
    if (code !== 0) throw new Error(`Temporal could not be built:\n${output.split('\n').slice(-12).join('\n')}`);
    renameSync(making, target);
    say(`Temporal built in ${minutes()} min: ${target}`);
  } finally {
    clearInterval(progress);
    rmSync(making, { force: true });
  }
}

function run(command: string, args: readonly string[], cwd: string, signal: AbortSignal | undefined): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'], ...(signal && { signal }) });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}
