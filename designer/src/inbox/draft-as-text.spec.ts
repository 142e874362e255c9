import { expect, it } from 'vitest';
import { draftAsText } from './draft-as-text.ts';

const schema = {
  id: 'f',
  title: 'F',
  i18n: { 'zh-CN': { Comment: '意见', 'Sections to rework': '返工部分', Quality: '质量' } },
  components: [
    { type: 'textfield', key: 'number', label: 'Number', disabled: true },
    {
      type: 'container',
      key: 'decision',
      components: [
        { type: 'selectboxes', key: 'sections', label: 'Sections to rework', values: [{ label: 'Quality', value: 'qa' }, { label: 'Risk', value: 'risk' }] },
        { type: 'textarea', key: 'comment', label: 'Comment' },
        { type: 'checkbox', key: 'urgent', label: 'Urgent' },
      ],
    },
    { type: 'datagrid', key: 'items', label: 'Items', components: [{ type: 'textfield', key: 'item', label: 'Item' }, { type: 'number', key: 'stock', label: 'Stock' }] },
  ],
};

it('says what was typed, with labels', () => {
  const values = { number: 'ECO-1', decision: { sections: { qa: true, risk: false }, comment: 'Not yet', urgent: true }, items: [{ item: 'A', stock: 3 }] };
  expect(draftAsText(schema, values, 'en')).toBe('Sections to rework: Quality\nComment: Not yet\nUrgent: ✓\nItems:\n- Item: A; Stock: 3');
  expect(draftAsText(schema, values, 'zh-CN')).toContain('返工部分: 质量\n意见: Not yet');
});

it('is empty where nothing was typed', () => {
  expect(draftAsText(schema, { number: 'ECO-1', decision: { sections: { qa: false }, comment: '' }, items: [{}] }, 'en')).toBe('');
});
