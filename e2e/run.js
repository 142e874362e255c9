// Starts the product from its build, on a free port and with a home of its own, runs the journeys and stops it again.
import { spawn } from 'node:child_process';
import { environment, onPinnedNode, projectFolder } from '../house/pinned-node.js';
import { findChromium } from './chromium.js';
import { logsOf, newHome, removeHome, startProduct } from './product.js';

await onPinnedNode();
const browser = findChromium();
const home = newHome();
const product = await startProduct(home);
const code = await runJourneys();
if (code !== 0) console.error(`${product.output()}\n${logsOf(home)}`);
await product.stop();
removeHome(home);
process.exitCode = code;

function runJourneys() {
  const env = { ...environment(), LOOPWRIGHT_URL: product.address, LOOPWRIGHT_CHROMIUM: browser };
  const journeys = spawn('playwright', ['test', '--config', 'e2e/playwright.config.ts', ...process.argv.slice(2)], { cwd: projectFolder, stdio: ['ignore', 'inherit', 'inherit'], env });
  return new Promise((resolve) => journeys.once('exit', (exitCode) => resolve(exitCode ?? 1)));
}
