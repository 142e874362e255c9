// `npm test`: everything that CI runs, in stages, with the minutes each took. `--only lint,unit` runs some of them.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environment, onPinnedNode, projectFolder } from './pinned-node.js';

const begun = performance.now();
await onPinnedNode();

const reports = mkdtempSync(join(tmpdir(), 'loopwright-report-'));
const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1].split(',') : null;
const report = (name) => join(reports, `${name}.json`);

const stages = [
  { name: 'set-up', command: ['node', '--disable-warning=ExperimentalWarning', 'house/set-up.js'] },
  { name: 'lint', command: ['oxlint'] },
  { name: 'types', command: ['node', 'house/check-types.js'] },
  { name: 'build', command: ['node', 'house/build.js'] },
  { name: 'unit', command: ['vitest', 'run', '--project', 'unit', '--reporter=dot', '--reporter=json', `--outputFile=${report('unit')}`], counts: vitestCounts },
  { name: 'processes', command: ['node', 'engine/bin/loopwright.js', 'test', 'workflows', '--coverage', '--output', report('processes')], counts: ({ passed, failed }) => ({ passed, failed, skipped: 0 }) },
  { name: 'integration', command: ['vitest', 'run', '--project', 'integration', '--reporter=default', '--reporter=json', `--outputFile=${report('integration')}`], counts: vitestCounts },
  { name: 'e2e', command: ['node', 'e2e/run.js'], env: { PLAYWRIGHT_JSON_OUTPUT_NAME: report('e2e') }, counts: playwrightCounts },
];

const results = [];
for (const stage of stages) if (!only || only.includes(stage.name)) results.push(await run(stage));
rmSync(reports, { recursive: true, force: true });
print();

async function run({ name, command, env, counts }) {
  console.log(`\n── ${name} ──`);
  const started = performance.now();
  const child = spawn(command[0], command.slice(1), { cwd: projectFolder, stdio: ['ignore', 'inherit', 'inherit'], env: { ...environment(), ...env } });
  const code = await new Promise((resolve) => {
    child.once('error', () => resolve(127));
    child.once('exit', (exitCode) => resolve(exitCode ?? 1));
  });
  const counted = counts && existsSync(report(name)) ? counts(JSON.parse(readFileSync(report(name), 'utf8'))) : { passed: 0, failed: 0, skipped: 0 };
  const failed = code === 0 ? counted.failed : Math.max(1, counted.failed);
  return { name, ok: code === 0, minutes: (performance.now() - started) / 60_000, passed: counted.passed, failed, skipped: counted.skipped };
}

function vitestCounts({ numPassedTests, numFailedTests, numPendingTests, numTodoTests }) {
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
}

function playwrightCounts({ stats }) {
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
}

function print() {
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  console.log('\nstage         minutes  passed  failed');
  for (const { name, ok, minutes, passed, failed } of results) {
    console.log(`${name.padEnd(12)} ${minutes.toFixed(2).padStart(8)} ${String(passed).padStart(7)} ${String(failed).padStart(7)}  ${ok ? '' : 'FAILED'}`);
  }
  console.log(`all          ${((performance.now() - begun) / 60_000).toFixed(2).padStart(8)}\n`);
  const skipped = sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : '';
  console.log(`${sum('passed')} passed, ${sum('failed')} failed${skipped}`);
  process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;
}
