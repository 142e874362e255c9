import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { readTenantConfig } from '../tenants/index.ts';
import { runProcessTests, type ProcessTestReport } from './index.ts';

const folder = (name: string) => fileURLToPath(new URL(`../../../${name}`, import.meta.url));
let report: ProcessTestReport;

beforeAll(async () => {
  const { config } = await readTenantConfig(folder('tenant-config/demo'));
  report = await runProcessTests([folder('workflows')], { resources: [folder('forms')], zone: config?.zone ?? '', calendars: config?.calendars ?? [] });
}, 60_000);

describe('the processes that ship', () => {
  it('pass their process tests', () => {
    const failures = report.files.flatMap(({ file, cases }) => cases.flatMap(({ name, failure }) => (failure === null ? [] : [`${file.split('/').at(-1)} · ${name} · ${failure.instruction} ${failure.type}: ${failure.message}`])));
    expect(failures).toEqual([]);
    expect(report.passed).toBeGreaterThan(80);
  });

  it('are covered by them, element by element and flow by flow', () => {
    for (const process of report.coverage) expect(process, process.processId).toMatchObject({ elements: { missed: [] }, flows: { missed: [] } });
  });
});
