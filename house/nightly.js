// `npm run nightly`: what takes long. All tests again with LOOPWRIGHT_NIGHTLY=1, where they take their large sizes, then the benches with --nightly.
// What came out is kept in engine/bench/results/nightly-<day>.json, to be committed.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { environment, onPinnedNode, projectFolder } from './pinned-node.js';

await onPinnedNode();

const stages = [
  { name: 'tests', command: ['node', 'house/test.js'] },
  { name: 'benches', command: ['node', 'house/bench.js', '--nightly', '--json'] },
];

const results = stages.map(({ name, command }) => {
  console.log(`\n══ ${name} ══`);
  const started = performance.now();
  const { status, stdout } = spawnSync(command[0], command.slice(1), {
    cwd: projectFolder,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...environment(), LOOPWRIGHT_NIGHTLY: '1', LOOPWRIGHT_SEED: String(Date.now() % 2 ** 31) },
    encoding: 'utf8',
    maxBuffer: 1024 ** 3,
  });
  console.log(stdout);
  return { name, ok: status === 0, minutes: Math.round((performance.now() - started) / 600) / 100, figures: figuresIn(stdout) };
});

const day = new Date().toISOString().slice(0, 10);
const folder = join(projectFolder, 'engine', 'bench', 'results');
mkdirSync(folder, { recursive: true });
const file = join(folder, `nightly-${day}.json`);
writeFileSync(file, `${JSON.stringify({ day, node: process.version, results }, null, 2)}\n`);
console.log(`Kept in ${file}`);
process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;

/** Lines that are JSON by themselves: what the benches print with --json, and the counts of the tests. */
function figuresIn(output) {
  return output.split('\n').flatMap((line) => {
    if (/^\d+ passed, \d+ failed$/.test(line)) return [line];
    if (!line.startsWith('{') && !line.startsWith('[')) return [];
    try {
      return [JSON.parse(line)];
    } catch {
      return [];
    }
  });
}
