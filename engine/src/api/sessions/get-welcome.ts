import { languages, type Names, type operations, type Reply } from '../../contract/index.ts';
import type { Services } from '../services.ts';

/** Open to anybody: of a demo tenant it names the accounts, each with its groups, of any other nothing. */
export function getWelcome({ tenantOf, settings }: Services): Reply<typeof operations.getWelcome> {
  const tenant = tenantOf(settings.defaultTenantId);
  const accounts = tenant?.isDemo ? tenant.accounts : [];
  return {
    productName: 'Loopwright',
    languages: [...languages],
    demoAccounts: accounts.map(({ id, name, groups, roles }) => ({ userId: id, name, roles: groups.length > 0 ? named(tenant?.groups, groups) : named(tenant?.roles, roles) })),
  };
}

function named(known: readonly { readonly id: string; readonly names: Names }[] = [], ids: readonly string[]): Names[] {
  return known.filter(({ id }) => ids.includes(id)).map(({ names }) => names);
}
