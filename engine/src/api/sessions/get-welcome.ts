import { languages, type Reply, type operations } from '../../contract/index.ts';
import { listDemoAccounts } from '../../store/index.ts';
import type { Services } from '../services.ts';

/** Open to anybody: of a demo tenant it names the accounts, of any other nothing. */
export async function getWelcome({ store, tenantOf, settings }: Services): Promise<Reply<typeof operations.getWelcome>> {
  const tenant = tenantOf(settings.defaultTenantId);
  const demoAccounts = tenant?.isDemo ? await store.inTenant(tenant.id, listDemoAccounts) : [];
  return { productName: 'Loopwright', languages: [...languages], demoAccounts };
}
