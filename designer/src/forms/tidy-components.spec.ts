import { expect, it } from 'vitest';
import { tidyComponents } from './tidy-components.ts';

it('leaves what was said and drops what the builder added', () => {
  const built = {
    type: 'textfield', key: 'title', label: 'Title', input: true, tableView: true, id: 'e1', placeholder: '', validate: { required: true, custom: '', maxLength: 120 }, applyMaskOn: 'change', hidden: false, conditional: { show: null, conditions: [] },
  };
  expect(tidyComponents([built])).toEqual([{ type: 'textfield', key: 'title', label: 'Title', input: true, validate: { required: true, maxLength: 120 } }]);
});

it('goes into groups, columns and buttons', () => {
  const components = [
    { type: 'panel', key: 'p', input: false, components: [{ type: 'checkbox', key: 'c', label: 'C', input: true, tableView: false }] },
    { type: 'columns', key: 'k', input: false, columns: [{ components: [], width: 6, offset: 0, push: 0, pull: 0, size: 'md', currentWidth: 6 }] },
    { type: 'button', key: 'b', label: 'Approve', input: true, theme: 'success', disableOnInvalid: true, properties: { outcome: 'approve' } },
  ];
  expect(tidyComponents(components)).toEqual([
    { type: 'panel', key: 'p', input: false, components: [{ type: 'checkbox', key: 'c', label: 'C', input: true }] },
    { type: 'columns', key: 'k', input: false, columns: [{ components: [], width: 6 }] },
    { type: 'button', key: 'b', label: 'Approve', input: true, theme: 'success', properties: { outcome: 'approve' } },
  ]);
});
