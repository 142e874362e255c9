import { expect, it } from 'vitest';
import { readableName } from './readable-name.ts';
import { remarkIn } from './remark-in.ts';

it('finds what somebody said, wherever it stands', () => {
  expect(remarkIn({ decision: { sections: [], comment: 'The glue is not qualified.' } })).toBe('The glue is not qualified.');
  expect(remarkIn({ qa: { rationale: '不影响' } })).toBe('不影响');
});

it('takes no code for a remark', () => {
  expect(remarkIn({ reason: 'capa', title: 'Some title' })).toBeNull();
});

it('reads the name of a variable as words', () => {
  expect(readableName('affectsFormFitFunction')).toBe('Affects form fit function');
  expect(readableName('use-up')).toBe('Use up');
});
