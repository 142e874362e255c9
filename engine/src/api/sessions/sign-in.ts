import type { Session } from '../../contract/index.ts';
import { ofAccount, readUserName } from '../access/authenticate.ts';
import { hashSecret, newTenantToken, randomSecret } from '../access/secrets.ts';
import { Problem } from '../http/problem.ts';
import type { Services } from '../services.ts';
import { describeSession } from './describe-session.ts';

/** A session ends after so long, in milliseconds, whatever is done in it. */
const lifetime = 12 * 60 * 60_000;

export interface SignInRequest {
  readonly userId: string;
  readonly password: string;
  readonly address: string | null;
  readonly userAgent: string | null;
}

/** Open to anybody. `cookie` is the secret that the browser keeps; the store has its hash. */
export async function signIn(services: Services, { userId: name, password, address, userAgent }: SignInRequest): Promise<{ readonly session: Session; readonly cookie: string; readonly expiresAt: number }> {
  const { tenantId, userId } = readUserName(name.trim(), services.settings.defaultTenantId);
  const tenant = services.tenantOf(tenantId);
  if (tenant === undefined) throw new Problem('sign-in-failed', 'Name or password is wrong.');
  const { text: cookie } = newTenantToken(tenantId);
  const session = { hash: hashSecret(cookie), csrfToken: randomSecret(), expiresAt: services.now() + lifetime };
  const account = await services.passwords.signIn({ tenantId, userId, password }, address, { ...session, address, userAgent });
  const caller = { ...ofAccount(tenant, account), session: { ...session, expiresAt: new Date(session.expiresAt).toISOString() } };
  return { session: describeSession(services, caller), cookie, expiresAt: session.expiresAt };
}
