// Builds what has changed: the engine by tsc, the workflow bundle, the designer by Vite. `node house/build.js [--force]`
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { environment, onPinnedNode, projectFolder } from './pinned-node.js';

await onPinnedNode();
const force = process.argv.includes('--force');
const shared = ['package-lock.json', 'tsconfig.base.json', 'house.json'];

const parts = [
  { name: 'engine', sources: ['engine/src', 'engine/tsconfig.build.json', 'engine/package.json', ...shared], commands: [['tsc', '-p', 'engine/tsconfig.build.json'], ['node', 'engine/dist/main/bundle-workflow.js']] },
  { name: 'designer', sources: ['designer', 'engine/src/contract', 'engine/src/kernel', 'engine/src/compile', 'engine/src/forms', 'engine/src/policy', ...shared], commands: [['vite', 'build', 'designer', '--logLevel', 'warn']] },
];

for (const part of parts) build(part);

function build({ name, sources, commands }) {
  const stamp = join(projectFolder, name, 'dist', '.built-from');
  const digest = digestOf(sources);
  if (!force && existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return;
  const started = performance.now();
  console.log(`Building ${name} …`);
  for (const [command, ...args] of commands) {
    const { status } = spawnSync(command, args, { cwd: projectFolder, stdio: ['ignore', 'inherit', 'inherit'], env: environment() });
    if (status !== 0) {
      console.error(`Building ${name} failed in: ${command} ${args.join(' ')}`);
      process.exit(1);
    }
  }
  mkdirSync(join(projectFolder, name, 'dist'), { recursive: true });
  writeFileSync(stamp, digest);
  console.log(`  ${name} built in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

function digestOf(sources) {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((source) => filesBelow(join(projectFolder, source)))) hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
}

function filesBelow(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => name !== 'dist' && name !== 'node_modules' && !/\.(spec|itest)\.tsx?$/.test(name))
    .sort()
    .flatMap((name) => filesBelow(join(path, name)));
}
