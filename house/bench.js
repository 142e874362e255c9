// `npm run bench [names]`: the programs in engine/bench, one after the other. Each prints its tables, and its figures as JSON with --json.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { environment, onPinnedNode, projectFolder } from './pinned-node.js';

await onPinnedNode();
const folder = join(projectFolder, 'engine', 'bench');
const all = readdirSync(folder).filter((name) => name.endsWith('.ts')).map((name) => basename(name, '.ts'));
const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const options = process.argv.slice(2).filter((word) => word.startsWith('--'));
const unknown = asked.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(', ')}; there are ${all.join(', ')}.`);
  process.exit(2);
}
let failed = 0;
for (const name of asked.length > 0 ? asked : all) {
  console.log(`\n── ${name} ──`);
  const { status } = spawnSync('node', ['--conditions=loopwright-source', '--disable-warning=ExperimentalWarning', join(folder, `${name}.ts`), ...options], { cwd: projectFolder, stdio: 'inherit', env: environment() });
  if (status !== 0) failed++;
}
process.exitCode = failed === 0 ? 0 : 1;
