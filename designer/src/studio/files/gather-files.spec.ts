import { expect, it } from 'vitest';
import { gatherFiles } from './gather-files.ts';
import { templateOf } from './templates.ts';

const withForm = (id: string, formId: string, binding: string) =>
  templateOf('processes', id).replace('<zeebe:userTask />', `<zeebe:userTask /><zeebe:formDefinition formId="${formId}" bindingType="${binding}" />`);

it('takes along what a process binds to its deployment, once', async () => {
  const process = withForm('p', 'f', 'deployment').replace('</bpmn:process>', '</bpmn:process>');
  const files = await gatherFiles({ name: 'p.bpmn', content: process }, async (noun, id) => ({ name: `${id}.form.json`, content: `${noun} ${id}` }));
  expect(files.map(({ name }) => name)).toEqual(['p.bpmn', 'f.form.json']);
});

it('leaves what is bound otherwise, and what is not deployed', async () => {
  expect(await gatherFiles({ name: 'p.bpmn', content: withForm('p', 'f', 'latest') }, async () => ({ name: 'f', content: '' }))).toHaveLength(1);
  expect(await gatherFiles({ name: 'p.bpmn', content: withForm('p', 'f', 'deployment') }, async () => null)).toHaveLength(1);
});

it('takes nothing along with a form', async () => {
  expect(await gatherFiles({ name: 'f.form.json', content: '{}' }, async () => null)).toHaveLength(1);
});
