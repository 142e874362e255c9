import { expect, it } from 'vitest';
import { asOlder } from './older-clients.ts';

it('leaves out what is null, but not in the caller’s data', () => {
  expect(asOlder({ items: [{ assignee: null, name: 'a', variables: { note: null, deep: { x: null } }, customHeaders: { h: null } }], page: { endCursor: null, totalItems: 0 } })).toEqual({
    items: [{ name: 'a', variables: { note: null, deep: { x: null } }, customHeaders: { h: null } }],
    page: { totalItems: 0 },
  });
});

it('gives the schema of a form as an object', () => {
  expect(asOlder({ formKey: '1', schema: '{"id":"f"}' })).toEqual({ formKey: '1', schema: { id: 'f' } });
  expect(asOlder({ schema: '{"id":"f"}' })).toEqual({ schema: '{"id":"f"}' });
});
