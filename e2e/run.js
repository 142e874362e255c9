// Starts the product from its build, on a free port and with a home of its own, runs the journeys and stops it again.
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environment, onPinnedNode, projectFolder } from '../house/pinned-node.js';
import { findChromium } from './chromium.js';

await onPinnedNode();
const browser = findChromium();
const home = mkdtempSync(join(tmpdir(), 'loopwright-e2e-'));
chmodSync(home, 0o755);
const port = await freePort();
const address = `http://127.0.0.1:${port}`;
const output = [];

const product = spawn(process.execPath, [join(projectFolder, 'house', 'start.js')], {
  cwd: projectFolder,
  stdio: ['ignore', 'pipe', 'pipe'],
  detached: true,
  env: { ...environment(), LOOPWRIGHT_HOME: home, LOOPWRIGHT_PORT: String(port), DATABASE_URL: '', TEMPORAL_ADDRESS: '' },
});
for (const stream of [product.stdout, product.stderr]) stream.on('data', (chunk) => output.push(chunk.toString()));
const productEnded = new Promise((resolve) => product.once('exit', resolve));

let code = 1;
try {
  await untilReady();
  code = await runJourneys();
} catch (error) {
  console.error(error.message);
} finally {
  if (code !== 0) showLogs();
  if (product.exitCode === null) product.kill('SIGTERM');
  await productEnded;
  removeHome();
}
process.exitCode = code;

async function untilReady() {
  for (let waited = 0; waited < 900_000; waited += 250) {
    if (product.exitCode !== null) throw new Error('The product ended while starting.');
    const ready = await fetch(`${address}/health/ready`).then((reply) => reply.ok, () => false);
    if (ready && output.join('').includes('Loopwright runs on')) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error('The product was not ready within 15 minutes.');
}

function runJourneys() {
  const env = { ...environment(), LOOPWRIGHT_URL: address, LOOPWRIGHT_CHROMIUM: browser };
  const journeys = spawn('playwright', ['test', '--config', 'e2e/playwright.config.ts', ...process.argv.slice(2)], { cwd: projectFolder, stdio: ['ignore', 'inherit', 'inherit'], env });
  return new Promise((resolve) => journeys.once('exit', (exitCode) => resolve(exitCode ?? 1)));
}

function showLogs() {
  console.error(output.join(''));
  for (const name of ['api', 'worker']) {
    try {
      console.error(`── ${name}.log ──\n${readFileSync(join(home, 'logs', `${name}.log`), 'utf8').split('\n').slice(-40).join('\n')}`);
    } catch (error) {
      console.error(`${name}.log: ${error.message}`);
    }
  }
}

function removeHome() {
  const { postgres } = JSON.parse(readFileSync(join(home, 'state.json'), 'utf8'));
  if (postgres) rmSync(postgres.folder, { recursive: true, force: true });
  rmSync(home, { recursive: true, force: true });
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port: taken } = server.address();
      server.close(() => resolve(taken));
    });
  });
}
