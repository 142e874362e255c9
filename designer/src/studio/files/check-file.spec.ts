import { expect, it } from 'vitest';
import { checkFile } from './check-file.ts';
import { templateOf } from './templates.ts';

it.each(['processes', 'decisions', 'forms'] as const)('new %s can be deployed as they are', async (kind) => {
  const findings = await checkFile(kind, templateOf(kind, 'brand-new'));
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});

it('finds at which element a drawing is wrong', async () => {
  const drawing = templateOf('processes', 'p').replace('<zeebe:userTask />', '<zeebe:userTask /><zeebe:assignmentDefinition assignee="=1 +" />');
  const findings = await checkFile('processes', drawing);
  expect(findings.map(({ elementId, severity }) => ({ elementId, severity }))).toContainEqual({ elementId: 'Task_1', severity: 'error' });
});

it('finds what a form may not hold', async () => {
  const form = templateOf('forms', 'f').replace('"rows": 3', '"calculateValue": "value = 1"');
  expect((await checkFile('forms', form)).map(({ code }) => code)).toEqual(['component-unsafe']);
});
