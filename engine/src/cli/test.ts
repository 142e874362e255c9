import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { configuredTenants } from '../main/configured-tenants.ts';
import { readSettings } from '../main/settings.ts';
import { reportJson, reportJunit, reportText, runProcessTests, type ProcessTestReport, type TestHostOptions } from '../testing/index.ts';
import { existing } from './existing.ts';
import { UsageError, type Verb } from './verb.ts';

export const test: Verb = {
  summary: 'run process tests (JSON files in the CPT format)',
  usage: `Usage: loopwright test <files or folders> [options]

Each case deploys what lies beside its file on a fresh engine, and runs on a clock of its own. Exit code 1 when a case fails.

  --tenant <id>        whose zone and calendars apply (the first one that is configured)
  --resources <path>   deploy this file or folder as well; may be given several times
  --coverage           tell which elements and flows were run through
  --report junit|json  print this instead of text
  --output <file>      write the report to a file; text is still printed
  --on kernel          what it runs on; kernel, in memory, is all there is yet`,
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        tenant: { type: 'string' }, resources: { type: 'string', multiple: true }, coverage: { type: 'boolean' }, report: { type: 'string' }, output: { type: 'string' }, on: { type: 'string' },
      },
    });
    if (positionals.length === 0) throw new UsageError('Name files or folders that hold process tests.');
    if (values.on !== undefined && values.on !== 'kernel') throw new UsageError(`Process tests don't run on ${values.on} yet, only on the kernel.`);
    const format = formatOf(values.report);
    const report = await runProcessTests(existing(positionals), { ...(await hostOptions(values.tenant)), resources: existing(values.resources ?? []) });
    const text = reportText(report, { withCoverage: values.coverage ?? false });
    if (values.output !== undefined) writeFileSync(values.output, (format ?? reportJson)(report));
    console.log(values.output === undefined && format ? format(report) : text);
    if (report.passed + report.failed === 0) throw new Error(`no process test was found in ${positionals.join(', ')}`);
    return report.failed === 0 ? 0 : 1;
  },
};

function formatOf(report: string | undefined): ((report: ProcessTestReport) => string) | null {
  if (report === undefined) return null;
  if (report === 'junit') return reportJunit;
  if (report === 'json') return reportJson;
  throw new UsageError(`There is no report ${report}: junit or json.`);
}

async function hostOptions(asked: string | undefined): Promise<TestHostOptions> {
  const tenants = await configuredTenants({ ...readSettings(), demo: true });
  const tenant = asked === undefined ? tenants[0] : tenants.find(({ id }) => id === asked);
  if (asked !== undefined && !tenant) throw new UsageError(`There is no tenant ${asked}; there is ${tenants.map(({ id }) => id).join(', ')}.`);
  return tenant ? { zone: tenant.zone, calendars: tenant.calendars } : {};
}
