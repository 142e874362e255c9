import type { z } from 'zod';
import { attributesOf, type Role } from '../policy/index.ts';
import type { accountsFile, groupsFile, rolesFile, tenantFile } from './files.ts';
import type { ReadFile } from './read-yaml.ts';
import type { ConfigFinding } from './tenant-config.ts';

/** The files of a tenant, each by itself in order. */
export interface TenantFiles {
  readonly tenant: ReadFile<z.output<typeof tenantFile>>;
  readonly roles: ReadFile<z.output<typeof rolesFile>>;
  readonly groups: ReadFile<z.output<typeof groupsFile>>;
  readonly accounts: ReadFile<z.output<typeof accountsFile>>;
  readonly calendarIds: readonly string[];
}

/** What the files say about each other: ids that are named exist and stand once, and every rule can narrow a list. */
export function checkReferences({ tenant, roles, groups, accounts, calendarIds }: TenantFiles): ConfigFinding[] {
  const roleIds = roles.value.roles.map(({ id }) => id);
  const groupIds = groups.value.groups.map(({ id }) => id);
  return [
    ...(calendarIds.includes(tenant.value.calendar) ? [] : [tenant.finding(['calendar'], `There is no calendar “${tenant.value.calendar}”; there is ${calendarIds.join(', ') || 'none'}.`)]),
    ...twice(roles, 'roles', roleIds),
    ...twice(groups, 'groups', groupIds),
    ...twice(accounts, 'accounts', accounts.value.accounts.map(({ id }) => id)),
    ...groups.value.groups.flatMap((group, i) => unknown(groups, ['groups', i, 'roles'], group.roles, roleIds, 'role')),
    ...accounts.value.accounts.flatMap((account, i) => [...unknown(accounts, ['accounts', i, 'roles'], account.roles, roleIds, 'role'), ...unknown(accounts, ['accounts', i, 'groups'], account.groups, groupIds, 'group')]),
    ...roles.value.roles.flatMap((role, i) => checkRules(role, i, roles)),
  ];
}

function twice(file: ReadFile<unknown>, list: string, ids: readonly string[]): ConfigFinding[] {
  return ids.flatMap((id, i) => (ids.indexOf(id) < i ? [file.finding([list, i, 'id'], `“${id}” stands twice.`)] : []));
}

function unknown(file: ReadFile<unknown>, path: readonly PropertyKey[], named: readonly string[], known: readonly string[], what: string): ConfigFinding[] {
  return named.flatMap((id, i) => (known.includes(id) ? [] : [file.finding([...path, i], `There is no ${what} “${id}”.`)]));
}

function checkRules(role: Role, at: number, file: ReadFile<unknown>): ConfigFinding[] {
  return role.rules.flatMap((rule, i) =>
    Object.keys(rule.when ?? {}).flatMap((attribute) => {
      const [name = ''] = attribute.split('.');
      const without = rule.on.filter((subject) => !attributesOf[subject].some((known) => known === name));
      return without.map((subject) => file.finding(['roles', at, 'rules', i, 'when', attribute], `A ${subject} has no attribute “${attribute}”; it has ${attributesOf[subject].join(', ') || 'none'}.`));
    }),
  );
}
