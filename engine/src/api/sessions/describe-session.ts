import { languages, type Language, type Session } from '../../contract/index.ts';
import { packRules } from '../../policy/index.ts';
import type { Caller } from '../access/caller.ts';
import type { Services } from '../services.ts';

export function describeSession({ tenantOf }: Pick<Services, 'tenantOf'>, caller: Omit<Caller, 'requestId' | 'idempotencyKey' | 'bodyDigest'>): Session {
  const tenant = tenantOf(caller.tenantId);
  return {
    userId: caller.actor.id,
    name: caller.actor.name,
    email: caller.account.email,
    tenantId: caller.tenantId,
    tenantName: tenant?.name ?? caller.tenantId,
    groups: [...caller.person.groups],
    roles: (tenant?.roles ?? []).filter(({ id }) => caller.person.roles.includes(id)).map(({ id, names }) => ({ id, names })),
    attributes: Object.fromEntries(Object.entries(caller.person.attributes).map(([name, values]) => [name, [...values]])),
    language: languages.find((one): one is Language => one === caller.account.language) ?? null,
    timeZone: caller.account.timeZone,
    abilities: packRules(caller.ability),
    csrfToken: caller.session?.csrfToken ?? null,
    expiresAt: caller.session?.expiresAt ?? null,
  };
}
