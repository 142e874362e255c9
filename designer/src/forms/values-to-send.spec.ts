import type { FormSchema } from '@loopwright/engine/forms';
import { expect, it } from 'vitest';
import { valuesToSend } from './values-to-send.ts';

const schema: Pick<FormSchema, 'components'> = {
  components: [
    { type: 'panel', key: 'request', components: [{ type: 'textfield', key: 'number', disabled: true }, { type: 'textfield', key: 'title' }] },
    { type: 'container', key: 'decision', components: [{ type: 'textarea', key: 'comment' }, { type: 'hidden', key: 'by', properties: { fill: 'actor' } }] },
    { type: 'datagrid', key: 'items', components: [{ type: 'textfield', key: 'item' }, { type: 'number', key: 'stock' }] },
    { type: 'textfield', key: 'products', multiple: true },
    { type: 'number', key: 'cost' },
    { type: 'button', key: 'press', properties: { outcome: 'approve' } },
  ],
};

it('sends what may be changed, and the outcome', () => {
  const values = { number: 'ECO-1', title: 'Glue', decision: { comment: 'Fine', by: 'li' }, items: [], products: [], cost: 0, stray: 1 };
  expect(valuesToSend(schema, values, 'approve')).toEqual({ title: 'Glue', decision: { comment: 'Fine' }, items: [], products: [], cost: 0, outcome: 'approve' });
});

it('sends nothing for what was left empty', () => {
  const values = { title: '', decision: { comment: '' }, items: [{ item: '', stock: null }, { item: 'A-1', stock: 3 }], products: ['', 'Stent'], cost: null };
  expect(valuesToSend(schema, values, '')).toEqual({ title: null, decision: { comment: null }, items: [{ item: 'A-1', stock: 3 }], products: ['Stent'], cost: null });
});

it('keeps the rows of a table whose rows are fixed', () => {
  const fixed = { components: [{ type: 'datagrid', key: 'rows', disableAddingRemovingRows: true, components: [{ type: 'textfield', key: 'note' }] }] };
  expect(valuesToSend(fixed, { rows: [{ note: '' }, { note: 'x' }] }, '')).toEqual({ rows: [{ note: null }, { note: 'x' }] });
});
