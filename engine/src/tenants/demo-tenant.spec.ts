import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AccessAction, AccessSubject } from '../contract/index.ts';
import { abilityFor, visibilityOf, type Ability } from '../policy/index.ts';
import { readTenantConfig, tellFinding, type TenantConfig } from './index.ts';

const root = new URL('../../../', import.meta.url);
let demo: TenantConfig;
beforeAll(async () => {
  const { config, findings } = await readTenantConfig(fileURLToPath(new URL('tenant-config/demo', root)));
  expect(findings?.map((finding) => tellFinding('demo', finding))).toBeUndefined();
  if (config) demo = config;
});

const abilityOf = (id: string): Ability => {
  const account = demo.accounts.find((one) => one.id === id);
  if (account === undefined) throw new Error(`no account ${id}`);
  return abilityFor(account, demo.roles);
};
const eco = { processId: 'eco-approval' };
const task = (group: string, more: object = {}) => ({ ...eco, elementId: 'Task_AssessQa', candidateGroups: [group], assignee: null, startedBy: 'somebody', ...more });

describe('the demo tenant', () => {
  it('has an account for every role that decisions and drawings name', () => {
    const matrix = readFileSync(new URL('workflows/eco-approval-matrix.dmn', root), 'utf8');
    const drawing = readFileSync(new URL('workflows/eco-approval.bpmn', root), 'utf8');
    const seats = readFileSync(new URL('workflows/escalation-seats.dmn', root), 'utf8');
    const groups = demo.groups.map(({ id }) => id);
    const named = [
      ...[...matrix.matchAll(/_out_role">\s*<text>"([^"]+)"/g)].flatMap(([, role]) => (role === 'site-qa' ? ['site-qa-suzhou', 'site-qa-munich', 'site-qa-austin'] : [role])),
      ...[...drawing.matchAll(/candidateGroups="=\[(&quot;.*?)\]"/g)].flatMap(([, list]) => (list ?? '').replaceAll('&quot;', '').split(', ')),
      ...[...seats.matchAll(/_out_(?:lineManager|functionHead)">\s*<text>"([^"]+)"/g)].map(([, role]) => role),
    ];
    expect(new Set(named).size).toBeGreaterThan(25);
    expect(named.filter((role) => role === undefined || !groups.includes(role))).toEqual([]);
    for (const group of groups) expect(demo.accounts.some((account) => account.groups.includes(group)), group).toBe(true);
  });

  it('compiles every rule into what a list may show', () => {
    const lists: [AccessAction, AccessSubject][] = [['read', 'user task'], ['read', 'process instance'], ['read', 'decision instance'], ['read', 'incident'], ['read', 'process definition'], ['read', 'audit log'], ['read', 'job'], ['read', 'form']];
    for (const { id } of demo.accounts) for (const [action, subject] of lists) expect(visibilityOf(abilityOf(id), action, subject).kind, `${id} ${subject}`).not.toBe('refused');
  });

  it.each([
    ['originator', 'start', 'process definition', eco, true],
    ['originator', 'read', 'process instance', { ...eco, startedBy: 'originator' }, true],
    ['originator', 'read', 'process instance', { ...eco, startedBy: 'somebody' }, false],
    ['originator', 'publish', 'message', { messageName: 'eco.withdraw' }, true],
    ['originator', 'publish', 'message', { messageName: 'capa.action.requiresEco' }, false],
    ['originator', 'deploy', 'deployment', {}, false],
    ['qa-engineer', 'claim', 'user task', task('qa-engineer'), true],
    ['ra', 'claim', 'user task', task('qa-engineer'), false],
    ['ra', 'read', 'user task', task('qa-engineer'), false],
    ['ra', 'read', 'user task', task('ra'), true],
    ['ra', 'start', 'process definition', eco, false],
    ['ra', 'read', 'process instance', { ...eco, startedBy: 'originator' }, false],
    ['change-analyst', 'read', 'user task', task('ra'), true],
    ['change-analyst', 'complete', 'user task', task('ra'), false],
    ['change-analyst', 'assign', 'user task', task('ra'), true],
    ['design-authority', 'complete', 'user task', task('design-authority', { elementId: 'Task_Decide' }), true],
    ['design-authority', 'complete', 'user task', task('design-authority', { elementId: 'Task_Decide', startedBy: 'design-authority' }), false],
    ['design-authority', 'claim', 'user task', task('design-authority', { elementId: 'Task_Decide', startedBy: 'design-authority' }), false],
    ['auditor', 'read', 'audit log', eco, true],
    ['auditor', 'read', 'user task', task('ra'), true],
    ['auditor', 'complete', 'user task', task('ra'), false],
    ['auditor', 'start', 'process definition', eco, false],
    ['operator', 'resolve', 'incident', eco, true],
    ['operator', 'cancel', 'process instance', eco, true],
    ['operator', 'complete', 'user task', task('ra'), false],
    ['operator', 'read', 'audit log', eco, false],
    ['process-owner', 'deploy', 'deployment', {}, true],
    ['process-owner', 'complete', 'user task', task('ra'), false],
    ['process-owner', 'resolve', 'incident', eco, false],
    ['admin', 'deploy', 'deployment', {}, true],
    ['admin', 'complete', 'user task', task('ra', { assignee: 'admin' }), false],
    ['admin', 'claim', 'user task', task('qa-manager'), false],
    ['worker', 'work', 'job', { processId: 'supplier-notice', jobType: 'send-supplier-notice' }, true],
    ['worker', 'read', 'process instance', eco, false],
  ] as const)('%s %s %s %j: %s', (account, action, subject, attributes, expected) => {
    expect(abilityOf(account).can(action, subject, attributes)).toBe(expected);
  });
});
