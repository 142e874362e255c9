// Dependency-free, for Node 20.19 or newer: installs what package-lock.json names and goes on with the pinned Node.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectFolder = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(projectFolder, 'node_modules');
const pinnedNode = join(modules, 'node', 'bin', 'node');

/** Puts node_modules/.bin first on PATH, where the pinned Node and every tool of the project lie. */
export const environment = () => ({ ...process.env, PATH: [join(modules, '.bin'), process.env.PATH].join(delimiter) });

/**
 * Returns when this process runs on the pinned Node with everything installed; otherwise installs, runs the
 * same command again on it and ends with its exit code.
 */
export async function onPinnedNode() {
  refuseOldNode();
  install();
  if (process.execPath === pinnedNode || process.version === versionOf(pinnedNode)) return;
  const child = spawn(pinnedNode, process.argv.slice(1), { stdio: 'inherit', env: environment() });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  const code = await new Promise((resolve) => child.once('exit', (exitCode, signal) => resolve(exitCode ?? (signal ? 1 : 0))));
  process.exit(code);
}

function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Loopwright needs Node 20.19 or newer to start (this is ${process.version}); it then installs the Node it runs on by itself.`);
  process.exit(1);
}

function install() {
  if (isInstalled()) return;
  console.log('Installing the packages that package-lock.json names …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const command = existsSync(modules) ? 'install' : 'ci';
  const done = spawnSync(npm, [command, '--no-audit', '--no-fund', '--loglevel=error'], { cwd: projectFolder, stdio: ['ignore', 'inherit', 'inherit'] });
  if (done.status !== 0) {
    console.error(`npm ${command} failed: the lines above say why. Nothing was started.`);
    process.exit(done.status ?? 1);
  }
}

/** Whether every package stands there in the version that package-lock.json names; those of other platforms may be missing. */
function isInstalled() {
  const { packages } = readJson(join(projectFolder, 'package-lock.json'));
  return Object.entries(packages).every(([path, { version, link, optional, devOptional }]) => {
    if (!path.includes('node_modules/') || link || optional || devOptional) return true;
    const file = join(projectFolder, path, 'package.json');
    return existsSync(file) && readJson(file).version === version;
  });
}

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));
const versionOf = (node) => spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim();
