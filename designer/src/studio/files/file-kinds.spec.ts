import { expect, it } from 'vitest';
import { kindOfContent, nameFor } from './file-kinds.ts';
import { templateOf } from './templates.ts';

it('knows a file by what it holds', () => {
  expect(kindOfContent(templateOf('processes', 'x'))).toBe('processes');
  expect(kindOfContent(templateOf('decisions', 'x'))).toBe('decisions');
  expect(kindOfContent(templateOf('forms', 'x'))).toBe('forms');
  expect(kindOfContent('<html/>')).toBeNull();
});

it('gives a file the ending that the server knows', () => {
  expect(nameFor('processes', 'eco.xml')).toBe('eco.bpmn');
  expect(nameFor('forms', 'request.form.json')).toBe('request.form.json');
  expect(nameFor('forms', 'request.json')).toBe('request.form.json');
});
