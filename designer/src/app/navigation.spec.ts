import { abilityFromSession } from '@loopwright/engine/policy';
import { expect, it } from 'vitest';
import type { PackedRules } from '@loopwright/engine/contract';
import { navigationFor } from './navigation.ts';

const rule = (actions: PackedRules[number]['actions'], subjects: PackedRules[number]['subjects'], when: Record<string, string[]> = {}): PackedRules[number] => ({ actions, subjects, forbids: false, when });
const pagesFor = (rules: PackedRules) => navigationFor(abilityFromSession(rules)).flatMap(({ items }) => items.map(({ id }) => id));

it('shows an approver the inbox only', () => {
  expect(pagesFor([rule(['read', 'claim', 'complete'], ['user task'], { candidateGroups: ['qa-manager'] })])).toEqual(['inbox']);
});

it('shows a requester what can be started and their requests, not the instances of others', () => {
  const rules = [rule(['start'], ['process definition'], { processId: ['eco-approval'] }), rule(['read'], ['process instance'], { startedBy: ['chen'] })];
  expect(pagesFor(rules)).toEqual(['inbox', 'start', 'requests']);
});

it('shows an auditor what can be read', () => {
  expect(pagesFor([rule(['read'], ['all'])])).toEqual(['inbox', 'instances', 'incidents', 'design', 'audit']);
});

it('shows an administrator all of it', () => {
  expect(pagesFor([rule(['manage'], ['all'])])).toEqual(['inbox', 'start', 'requests', 'instances', 'incidents', 'design', 'audit']);
});
