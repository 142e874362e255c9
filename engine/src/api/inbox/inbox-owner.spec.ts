import { expect, it } from 'vitest';
import { everything, nothing, type Visibility } from '../../contract/index.ts';
import { isImplied } from './inbox-owner.ts';

const lin = { userId: 'lin', groups: ['qa', 'risk'] };
const own: Visibility = { kind: 'some', anyOf: [{ candidateGroups: ['qa', 'risk', 'more'] }, { assignee: ['lin'] }, { candidateUsers: ['lin'] }], butNot: [] };

it('need not be checked row by row where the rules allow what is offered and assigned', () => {
  expect(isImplied(own, lin)).toBe(true);
  expect(isImplied(everything, lin)).toBe(true);
});

it('is checked where a rule is narrower, is missing, or forbids', () => {
  expect(isImplied(nothing, lin)).toBe(false);
  expect(isImplied({ ...own, anyOf: own.anyOf.slice(0, 2) }, lin)).toBe(false);
  expect(isImplied({ ...own, anyOf: [{ candidateGroups: ['qa', 'risk'], processId: ['eco'] }, ...own.anyOf.slice(1)] }, lin)).toBe(false);
  expect(isImplied({ ...own, butNot: [{ startedBy: ['lin'] }] }, lin)).toBe(false);
  expect(isImplied(own, { ...lin, groups: ['other'] })).toBe(false);
});
