import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { runCasesIn, type CaseGroup } from '../testing/conformance/index.ts';
import { UsageError, type Verb } from './verb.ts';

interface Totals {
  passed: number;
  failed: number;
  refused: number;
  /** Cases that did not pass, by reason. */
  readonly reasons: Record<string, number>;
}

export const conformance: Verb = {
  summary: 'run third-party cases: DMN TCK folders, FEEL pairs, process tests',
  usage: `Usage: loopwright conformance <folder> [options]

Finds DMN TCK folders, JSON files of FEEL pairs, and process tests in the folder and runs them. Cases that fail are told, and do not fail the
command.

  --failures  tell every case that did not pass
  --json      end with one line of JSON`,
  async run(args) {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { json: { type: 'boolean' }, failures: { type: 'boolean' } } });
    const [folder] = positionals;
    if (folder === undefined || !statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new UsageError('Name a folder that holds cases.');
    const totals: Totals = { passed: 0, failed: 0, refused: 0, reasons: {} };
    for await (const group of runCasesIn(resolve(folder))) tell(group, totals, values.failures ?? false);
    console.log(`\n${totals.passed} passed, ${totals.failed} failed, ${totals.refused} refused`);
    for (const [reason, number] of Object.entries(totals.reasons).sort((a, b) => b[1] - a[1])) console.log(`${String(number).padStart(6)}  ${reason}`);
    if (values.json) console.log(JSON.stringify(totals));
    return 0;
  },
};

function tell({ kind, place, cases }: CaseGroup, totals: Totals, tellsFailures: boolean): void {
  const passed = cases.filter(({ outcome }) => outcome.result === 'passed').length;
  console.log(`${passed === cases.length ? 'ok' : '  '} ${String(passed).padStart(5)} of ${String(cases.length).padStart(5)}  ${kind}  ${place}`);
  for (const { id, outcome } of cases) {
    totals[outcome.result]++;
    if (outcome.result === 'passed') continue;
    const reason = `${outcome.result}: ${outcome.reason}`;
    totals.reasons[reason] = (totals.reasons[reason] ?? 0) + 1;
    if (tellsFailures) console.log(`     ${outcome.result} ${id}: ${outcome.detail}`);
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = await conformance.run(process.argv.slice(2)).catch((error: unknown) => {
    if (!(error instanceof UsageError)) throw error;
    console.error(`${error.message}\n\n${conformance.usage}`);
    return 2;
  });
}
