import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import { calendarFile, contradictions, toCalendar } from './calendar-file.ts';
import { checkReferences, type TenantFiles } from './check-references.ts';
import { accountsFile, groupsFile, rolesFile, tenantFile } from './files.ts';
import { readYaml, type ReadFile, type Reading } from './read-yaml.ts';
import type { ConfigFinding, TenantConfig } from './tenant-config.ts';

export type ReadTenantConfig = { readonly config: TenantConfig; readonly findings?: undefined } | { readonly config?: undefined; readonly findings: readonly ConfigFinding[] };

/** Reads the configuration of a tenant from its folder, whose name is the tenant's id. All that is wrong is told at once. */
export async function readTenantConfig(folder: string): Promise<ReadTenantConfig> {
  const [tenant, roles, groups, accounts, calendars] = await Promise.all([readOne(folder, 'tenant.yaml', tenantFile), readOne(folder, 'roles.yaml', rolesFile), readOne(folder, 'groups.yaml', groupsFile), readOne(folder, 'accounts.yaml', accountsFile), readCalendars(folder)]);
  if (!tenant.ok || !roles.ok || !groups.ok || !accounts.ok || calendars.some(({ ok }) => !ok)) return { findings: [tenant, roles, groups, accounts, ...calendars].flatMap((reading) => (reading.ok ? [] : reading.findings)) };
  const read = calendars.flatMap((reading) => (reading.ok ? [reading.read] : []));
  const files: TenantFiles = { tenant: tenant.read, roles: roles.read, groups: groups.read, accounts: accounts.read, calendarIds: read.map(idOf) };
  const findings = [...checkReferences(files), ...read.flatMap((file) => contradictions(file.value).map((days) => file.finding(['workdays', days], 'This day is a holiday too.')))];
  return findings.length > 0 ? { findings } : { config: configOf(basename(folder), files, read) };
}

/** Reads every tenant under a folder, in the order of their names. */
export async function readTenants(folder: string): Promise<readonly { readonly id: string; readonly read: ReadTenantConfig }[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const ids = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name).toSorted();
  return Promise.all(ids.map(async (id) => ({ id, read: await readTenantConfig(join(folder, id)) })));
}

/** A finding as one line: `demo/roles.yaml:12 roles[0].rules[1].when: …`. */
export function tellFinding(tenantId: string, { file, line, path, message }: ConfigFinding): string {
  return `${tenantId}/${file}:${line} ${path === '' ? '' : `${path}: `}${message}`;
}

function configOf(id: string, { tenant, roles, groups, accounts }: TenantFiles, calendars: readonly ReadFile<z.output<typeof calendarFile>>[]): TenantConfig {
  const { name, zone, languages, calendar, demo, test } = tenant.value;
  const rolesOfGroups = new Map(groups.value.groups.map((group) => [group.id, group.roles]));
  return {
    id,
    name,
    zone,
    languages,
    isDemo: demo,
    isTest: test,
    calendars: calendars.map((file) => toCalendar(idOf(file), file.value)).toSorted((a, b) => Number(b.id === calendar) - Number(a.id === calendar)),
    roles: roles.value.roles,
    groups: groups.value.groups,
    accounts: accounts.value.accounts.map((account) => ({
      ...account,
      email: account.email ?? null,
      language: account.language ?? null,
      roles: [...new Set([...account.roles, ...account.groups.flatMap((group) => rolesOfGroups.get(group) ?? [])])],
    })),
  };
}

async function readOne<Schema extends z.ZodType>(folder: string, file: string, schema: Schema): Promise<Reading<z.output<Schema>>> {
  const text = await textOf(join(folder, file));
  return text === null ? { ok: false, findings: [{ file, path: '', line: 1, message: 'The file is missing.' }] } : readYaml(file, text, schema);
}

async function readCalendars(folder: string): Promise<Reading<z.output<typeof calendarFile>>[]> {
  const files = await readdir(join(folder, 'calendars')).catch(absent([]));
  return Promise.all(files.filter((file) => file.endsWith('.yaml')).toSorted().map((file) => readOne(folder, `calendars/${file}`, calendarFile)));
}

function textOf(file: string): Promise<string | null> {
  return readFile(file, 'utf8').catch(absent(null));
}

function absent<T>(instead: T): (error: NodeJS.ErrnoException) => T {
  return (error) => {
    if (error.code === 'ENOENT') return instead;
    throw error;
  };
}

const idOf = ({ file }: { readonly file: string }): string => basename(file, '.yaml');
