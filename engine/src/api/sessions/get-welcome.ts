import { languages, type operations, type Reply } from '../../contract/index.ts';
import type { Services } from '../services.ts';

/** Open to anybody: of a demo tenant it names the accounts, of any other nothing. */
export function getWelcome({ tenantOf, settings }: Services): Reply<typeof operations.getWelcome> {
  const tenant = tenantOf(settings.defaultTenantId);
  const accounts = tenant?.isDemo ? tenant.accounts : [];
  return {
    productName: 'Loopwright',
    languages: [...languages],
    demoAccounts: accounts.map(({ id, name, roles }) => ({ userId: id, name, roles: (tenant?.roles ?? []).filter((role) => roles.includes(role.id)).map(({ names }) => names) })),
  };
}
