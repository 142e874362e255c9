// The product as a user starts it, with a home of its own under the system's temporary folder.
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environment, projectFolder } from '../house/pinned-node.js';

/** How long a start may take on a machine that has nothing yet, in milliseconds. */
const PATIENCE = 900_000;

/** @returns {string} a folder for `startProduct`, which PostgreSQL's account can pass */
export function newHome() {
  const home = mkdtempSync(join(tmpdir(), 'loopwright-e2e-'));
  chmodSync(home, 0o755);
  return home;
}

/** @param {string} home its data, gone with it */
export function removeHome(home) {
  const { postgres } = stateOf(home);
  if (postgres) rmSync(postgres.folder, { recursive: true, force: true });
  rmSync(home, { recursive: true, force: true });
}

/**
 * Starts the product from its build and waits until it says that it is up.
 * @param {string} home
 * @returns {Promise<{ address: string, output: () => string, stop: () => Promise<number>, kill: () => Promise<void> }>}
 *   `stop` asks it to end and gives its exit code; `kill` ends every process of it at once, so that none can clean up
 */
export async function startProduct(home) {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const said = [];
  const env = { ...environment(), LOOPWRIGHT_HOME: home, LOOPWRIGHT_PORT: String(port), DATABASE_URL: '', TEMPORAL_ADDRESS: '' };
  const product = spawn(process.execPath, [join(projectFolder, 'house', 'start.js')], { cwd: projectFolder, stdio: ['ignore', 'pipe', 'pipe'], detached: true, env });
  for (const stream of [product.stdout, product.stderr]) stream.on('data', (chunk) => said.push(chunk.toString()));
  const ended = new Promise((resolve) => product.once('exit', resolve));
  const output = () => said.join('');
  for (let waited = 0; !output().includes('Loopwright runs on'); waited += 100) {
    if (product.exitCode !== null) throw new Error(`The product ended while starting:\n${output()}\n${logsOf(home)}`);
    if (waited > PATIENCE) throw new Error(`The product was not up within ${PATIENCE / 60_000} minutes:\n${output()}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    address,
    output,
    stop: () => {
      product.kill('SIGTERM');
      return ended;
    },
    kill: async () => {
      for (const pid of [product.pid, JSON.parse(readFileSync(join(home, 'lock'), 'utf8')).pid, ...stateOf(home).processes.map((process) => process.pid)]) killHard(pid);
      await ended;
    },
  };
}

/** @returns {string} the last lines of its logs */
export function logsOf(home) {
  return ['api', 'worker'].map((name) => `── ${name}.log ──\n${lastLines(join(home, 'logs', `${name}.log`))}`).join('\n');
}

/** @returns {{ postgres?: { folder: string }, processes: { name: string, pid: number, startedAt: string }[] }} */
function stateOf(home) {
  return { processes: [], ...JSON.parse(readFileSync(join(home, 'state.json'), 'utf8')) };
}

function lastLines(file) {
  try {
    return readFileSync(file, 'utf8').split('\n').slice(-40).join('\n');
  } catch (error) {
    return error.message;
  }
}

function killHard(pid) {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
