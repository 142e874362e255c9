import type { Verb } from '../verb.ts';

export const getAuthentication: Verb<'getAuthentication'> = async ({ tenantOf }, { caller }) => ({
  username: caller.actor.id,
  displayName: caller.actor.name,
  email: caller.account.email,
  authorizedComponents: [
    ...(caller.ability.can('read', 'user task') ? ['tasklist'] : []),
    ...(caller.ability.can('read', 'process instance') ? ['operate'] : []),
  ],
  tenants: [{ tenantId: caller.tenantId, name: tenantOf(caller.tenantId)?.name ?? caller.tenantId, description: null }],
  groups: [...caller.person.groups],
  roles: [...caller.person.roles],
  salesPlanType: '',
  c8Links: {},
  canLogout: caller.session !== null,
});
