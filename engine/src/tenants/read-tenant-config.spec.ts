import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readTenantConfig, readTenants, tellFinding } from './index.ts';

const files = {
  'tenant.yaml': 'name: Acme\nzone: Europe/Berlin\nlanguages: [en]\ncalendar: plant\n',
  'roles.yaml': 'roles:\n  - id: member\n    rules:\n      - may: read\n        on: user task\n        when: { candidateGroups: my.groups }\n',
  'groups.yaml': 'groups:\n  - id: qa\n    names: { en: Quality }\n    roles: [member]\n',
  'accounts.yaml': 'accounts:\n  - { id: lin, name: Lin, groups: [qa] }\n',
  'calendars/plant.yaml': 'zone: Europe/Berlin\nweek:\n  monday: [08:00-12:00, 13:00-17:00]\nholidays:\n  2026-01-01: New Year\n  2026-12-24 to 2026-12-26: Christmas\nworkdays:\n  2026-02-14: for Monday\n  2026-02-15: { name: half a day, hours: [08:00-12:00] }\n',
};
const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

function folderWith(changes: Partial<Record<keyof typeof files | 'calendars/second.yaml', string | null>> = {}): string {
  const parent = mkdtempSync(join(tmpdir(), 'tenants-'));
  folders.push(parent);
  for (const [file, text] of Object.entries({ ...files, ...changes })) {
    if (text === null) continue;
    mkdirSync(dirname(join(parent, 'acme', file)), { recursive: true });
    writeFileSync(join(parent, 'acme', file), text);
  }
  return join(parent, 'acme');
}

const findings = async (changes: Parameters<typeof folderWith>[0]) => (await readTenantConfig(folderWith(changes))).findings?.map((finding) => tellFinding('acme', finding));

describe('the configuration of a tenant', () => {
  it('is read as a whole', async () => {
    const { config } = await readTenantConfig(folderWith());
    expect(config).toMatchObject({ id: 'acme', name: 'Acme', isDemo: false, isTest: false, groups: [{ id: 'qa', roles: ['member'] }], accounts: [{ id: 'lin', groups: ['qa'], roles: ['member'], email: null }] });
    expect(config?.calendars).toEqual([
      {
        id: 'plant', zone: 'Europe/Berlin', week: [[{ from: 480, to: 720 }, { from: 780, to: 1020 }], [], [], [], [], [], []],
        holidays: ['2026-01-01', '2026-12-24', '2026-12-25', '2026-12-26'], workdays: ['2026-02-14', { date: '2026-02-15', hours: [{ from: 480, to: 720 }] }],
      },
    ]);
  });

  it('puts the default calendar first', async () => {
    const { config } = await readTenantConfig(folderWith({ 'calendars/second.yaml': 'zone: UTC\nweek: {}\n', 'tenant.yaml': files['tenant.yaml'].replace('plant', 'second') }));
    expect(config?.calendars.map(({ id }) => id)).toEqual(['second', 'plant']);
  });

  it.each([
    ['a file that is missing', { 'roles.yaml': null }, 'acme/roles.yaml:1 The file is missing.'],
    ['no YAML', { 'tenant.yaml': 'name: Acme\nzone: [\n' }, 'acme/tenant.yaml:3 This is no YAML: '],
    ['a key that stands twice', { 'tenant.yaml': `${files['tenant.yaml']}name: Again\n` }, 'acme/tenant.yaml:5 This is no YAML: Map keys must be unique'],
    ['a value that is missing', { 'tenant.yaml': 'zone: UTC\nlanguages: [en]\ncalendar: plant\n' }, 'acme/tenant.yaml:1 name: “name” is missing.'],
    ['a word that is not known', { 'tenant.yaml': `${files['tenant.yaml']}colour: red\n` }, 'acme/tenant.yaml:5 colour: “colour” is not known here.'],
    ['a value of another kind', { 'accounts.yaml': 'accounts:\n  - { id: lin,\n      name: Lin, groups: qa }\n' }, 'acme/accounts.yaml:3 accounts[0].groups: This must be a list.'],
    ['a language that is not spoken', { 'tenant.yaml': files['tenant.yaml'].replace('[en]', '[en, fr]') }, 'acme/tenant.yaml:3 languages[1]: This must be one of en, zh-CN.'],
    ['a zone that there is not', { 'tenant.yaml': files['tenant.yaml'].replace('Europe/Berlin', 'Europe/Bonn') }, 'acme/tenant.yaml:2 zone: This is no IANA time zone.'],
    ['a calendar that there is not', { 'tenant.yaml': files['tenant.yaml'].replace('plant', 'moon') }, 'acme/tenant.yaml:4 calendar: There is no calendar “moon”; there is plant.'],
    ['a day that there is not', { 'calendars/plant.yaml': files['calendars/plant.yaml'].replace('2026-01-01', '2026-02-30') }, 'acme/calendars/plant.yaml:5 holidays.2026-02-30: There is no such day.'],
    ['days that end before they begin', { 'calendars/plant.yaml': files['calendars/plant.yaml'].replace('to 2026-12-26', 'to 2026-12-01') }, 'acme/calendars/plant.yaml:6 holidays.2026-12-24 to 2026-12-01: The days end before they begin.'],
    ['a day both off and worked', { 'calendars/plant.yaml': files['calendars/plant.yaml'].replace('2026-02-14:', '2026-01-01:') }, 'acme/calendars/plant.yaml:8 workdays.2026-01-01: This day is a holiday too.'],
    ['hours out of order', { 'calendars/plant.yaml': files['calendars/plant.yaml'].replace('13:00-17:00', '11:00-17:00') }, 'acme/calendars/plant.yaml:3 week.monday[1]: Hours stand in order and don’t overlap.'],
    ['hours that are none', { 'calendars/plant.yaml': files['calendars/plant.yaml'].replace('13:00-17:00', '1pm') }, 'acme/calendars/plant.yaml:3 week.monday[1]: Hours are written like 09:00-12:00.'],
    ['a role that there is not', { 'groups.yaml': 'groups:\n  - id: qa\n    roles: [member, boss]\n' }, 'acme/groups.yaml:3 groups[0].roles[1]: There is no role “boss”.'],
    ['a group that there is not', { 'accounts.yaml': 'accounts:\n  - { id: lin, name: Lin, groups: [ra] }\n' }, 'acme/accounts.yaml:2 accounts[0].groups[0]: There is no group “ra”.'],
    ['an account that stands twice', { 'accounts.yaml': 'accounts:\n  - { id: lin, name: Lin }\n  - { id: lin, name: Lin }\n' }, 'acme/accounts.yaml:3 accounts[1].id: “lin” stands twice.'],
    ['an action that there is not', { 'roles.yaml': files['roles.yaml'].replace('may: read', 'may: admire') }, 'acme/roles.yaml:4 roles[0].rules[0].may: This must be one of read, start'],
    ['an attribute that the subject has not', { 'roles.yaml': files['roles.yaml'].replace('candidateGroups', 'messageName') }, 'acme/roles.yaml:6 roles[0].rules[0].when.messageName: A user task has no attribute “messageName”'],
  ])('tells of %s, with file, line and path', async (_, changes, expected) => {
    const told = await findings(changes);
    expect(told?.[0]).toContain(expected);
    expect(told).toHaveLength(1);
  });

  it('tells of everything at once', async () => {
    expect(await findings({ 'tenant.yaml': 'name: 1\n', 'groups.yaml': 'groups: 1\n', 'accounts.yaml': null })).toHaveLength(6);
  });

  it('is not multiplied by references', async () => {
    const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]', ...['b', 'c', 'd', 'e'].map((name, i) => `${name}: &${name} [${Array.from({ length: 9 }, () => `*${'abcd'[i]}`).join(',')}]`)].join('\n');
    const result = await findings({ 'tenant.yaml': bomb });
    expect(result).toEqual(['acme/tenant.yaml:1 This is no YAML: its references multiply the text.']);
  });

  it('is read for every folder', async () => {
    const folder = dirname(folderWith());
    mkdirSync(join(folder, 'empty'));
    expect((await readTenants(folder)).map(({ id, read }) => [id, read.findings?.length ?? 0])).toEqual([['acme', 0], ['empty', 4]]);
  });
});
