import { expect, it } from 'vitest';
import { changed } from './change-component.ts';

const field = { type: 'textfield', key: 'title', label: 'Title', validate: { required: true }, properties: { valid: '=true' } };

it('merges rules and custom properties', () => {
  expect(changed(field, { validate: { maxLength: 120 }, properties: { invalid: 'No.' } })).toEqual({ ...field, validate: { required: true, maxLength: 120 }, properties: { valid: '=true', invalid: 'No.' } });
});

it('takes away what is emptied', () => {
  const plain = changed({ ...field, description: 'Help' } as typeof field, { description: '', validate: { required: false }, properties: { valid: '' } });
  expect(plain).toEqual({ type: 'textfield', key: 'title', label: 'Title' });
});
