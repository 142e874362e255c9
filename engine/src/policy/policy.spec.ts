import { describe, expect, it } from 'vitest';
import { abilityFor, abilityFromSession, explainAccess, packRules, role, variableAttributes, visibilityOf, type Person } from './index.ts';

const roles = [
  role.parse({
    id: 'approver',
    rules: [
      { may: ['read', 'claim', 'complete'], on: 'user task', when: { candidateGroups: 'my.groups' } },
      { may: ['read', 'complete'], on: 'user task', when: { assignee: 'my.id' } },
      { mayNot: 'complete', on: 'user task', when: { startedBy: 'my.id' }, because: 'nobody decides their own request' },
    ],
  }),
  role.parse({ id: 'site reader', rules: [{ may: 'read', on: 'process instance', when: { 'variables.site': 'my.attributes.sites', processId: ['eco', 'deviation'] } }] }),
  role.parse({ id: 'admin', rules: [{ may: 'manage', on: 'all' }] }),
  role.parse({ id: 'odd', rules: [{ may: 'read', on: 'form', when: { recordState: 'open' } }] }),
];

const lin: Person = { id: 'lin', groups: ['qa', 'risk'], roles: ['approver', 'site reader'], attributes: { sites: ['SZ'] } };
const ability = abilityFor(lin, roles);

describe('an ability', () => {
  it('allows nothing that no rule allows', () => {
    expect(ability.can('deploy', 'deployment')).toBe(false);
    expect(abilityFor({ ...lin, roles: [] }, roles).can('read', 'user task', { candidateGroups: ['qa'] })).toBe(false);
    expect(abilityFor({ ...lin, roles: ['unknown'] }, roles).can('read', 'user task')).toBe(false);
  });

  it('allows what one member of a list fits', () => {
    expect(ability.can('claim', 'user task', { candidateGroups: ['ra', 'qa'], assignee: null })).toBe(true);
    expect(ability.can('claim', 'user task', { candidateGroups: ['ra'], assignee: null })).toBe(false);
    expect(ability.can('claim', 'user task', { candidateGroups: [] })).toBe(false);
  });

  it('lets what forbids outweigh what allows, in whatever order they stand', () => {
    expect(ability.can('complete', 'user task', { assignee: 'lin', startedBy: 'li' })).toBe(true);
    expect(ability.can('complete', 'user task', { assignee: 'lin', startedBy: 'lin' })).toBe(false);
  });

  it('compares process variables by their JSON', () => {
    expect(ability.can('read', 'process instance', { processId: 'eco', ...variableAttributes({ site: 'SZ' }) })).toBe(true);
    expect(ability.can('read', 'process instance', { processId: 'eco', ...variableAttributes({ site: 'MUC' }) })).toBe(false);
    expect(ability.can('read', 'process instance', { processId: 'eco' })).toBe(false);
    expect(ability.can('read', 'process instance', { processId: 'supplier', ...variableAttributes({ site: 'SZ' }) })).toBe(false);
  });

  it('does not let a value that the person lacks stand for anything', () => {
    const placeless = abilityFor({ ...lin, attributes: {} }, roles);
    expect(placeless.can('read', 'process instance', { processId: 'eco', ...variableAttributes({ site: 'SZ' }) })).toBe(false);
    expect(placeless.can('read', 'process instance', { processId: 'eco' })).toBe(false);
  });

  it('is the same in the browser', () => {
    const browser = abilityFromSession(JSON.parse(JSON.stringify(packRules(ability))));
    expect(browser.can('complete', 'user task', { assignee: 'lin', startedBy: 'lin' })).toBe(false);
    expect(browser.can('claim', 'user task', { candidateGroups: ['risk'] })).toBe(true);
    expect(browser.can('deploy', 'deployment')).toBe(false);
  });
});

describe('what a list may show', () => {
  it('is the union of what the rules allow, without what they forbid', () => {
    expect(visibilityOf(ability, 'read', 'user task')).toEqual({ kind: 'some', anyOf: [{ candidateGroups: ['qa', 'risk'] }, { assignee: ['lin'] }], butNot: [] });
    expect(visibilityOf(ability, 'complete', 'user task')).toMatchObject({ butNot: [{ startedBy: ['lin'] }] });
    expect(visibilityOf(ability, 'read', 'process instance')).toEqual({ kind: 'some', anyOf: [{ processId: ['eco', 'deviation'], variables: { site: ['"SZ"'] } }], butNot: [] });
  });

  it('is everything for who may manage all, and nothing where no rule speaks', () => {
    expect(visibilityOf(abilityFor({ ...lin, roles: ['admin'] }, roles), 'read', 'audit log')).toEqual({ kind: 'everything' });
    expect(visibilityOf(ability, 'read', 'audit log')).toEqual({ kind: 'some', anyOf: [], butNot: [] });
  });

  it('is nothing, not everything, where the person lacks the value', () => {
    const groupless = abilityFor({ ...lin, groups: [], roles: ['site reader'], attributes: {} }, roles);
    expect(visibilityOf(groupless, 'read', 'process instance')).toEqual({ kind: 'some', anyOf: [], butNot: [] });
  });

  it('is refused where a condition cannot narrow a list', () => {
    expect(visibilityOf(abilityFor({ ...lin, roles: ['odd'] }, roles), 'read', 'form')).toEqual({ kind: 'refused', role: 'odd', attribute: 'recordState' });
  });
});

describe('an explanation', () => {
  it('names the rule that allows', () => {
    const { allowed, because } = explainAccess(ability, 'claim', 'user task', { candidateGroups: ['qa'] });
    expect(allowed).toBe(true);
    expect(because).toContain('approver allows');
  });

  it('names the rule that forbids, and why', () => {
    const { allowed, rules } = explainAccess(ability, 'complete', 'user task', { assignee: 'lin', startedBy: 'lin' });
    expect(allowed).toBe(false);
    expect(rules.find(({ effect }) => effect === 'forbids')?.reason).toBe('nobody decides their own request');
  });

  it('names the condition that does not hold', () => {
    const { rules } = explainAccess(ability, 'claim', 'user task', { candidateGroups: ['ra'] });
    expect(rules).toEqual([expect.objectContaining({ effect: 'does not apply', reason: 'candidateGroups is ra, not qa or risk' })]);
  });

  it('says so when no rule speaks of it', () => {
    expect(explainAccess(ability, 'deploy', 'deployment').because).toContain('No role');
  });
});
