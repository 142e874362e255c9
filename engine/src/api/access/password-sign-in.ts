import { beginSignIn, findAccount, mostFailures, lockedFor, signInFailed, signInSucceeded, type Account, type NewSession } from '../../store/index.ts';
import { Problem } from '../http/problem.ts';
import type { Services } from '../services.ts';
import { hashPassword, verifyPassword } from './passwords.ts';
import { VerifiedCredentials } from './verified-credentials.ts';

export interface Credentials {
  readonly tenantId: string;
  readonly userId: string;
  readonly password: string;
}

/** Verifies passwords of local accounts, and remembers for a while which it has verified. */
export class PasswordSignIn {
  private readonly services: Pick<Services, 'store' | 'now'>;
  private readonly verified = new VerifiedCredentials();
  private readonly underWay = new Map<string, Promise<Account>>();
  private readonly hashOfNobody = hashPassword('nobody');

  constructor(services: Pick<Services, 'store' | 'now'>) {
    this.services = services;
  }

  /** For HTTP Basic, where each request brings the password. Requests with the same credentials at the same time are verified once. */
  async verify(credentials: Credentials, address: string | null): Promise<Account> {
    const { tenantId, userId, password } = credentials;
    const account = await this.services.store.inTenant(tenantId, (tx) => findAccount(tx, userId));
    if (account !== undefined && account.disabledAt === null && this.verified.has(tenantId, userId, password, account.credentialsChangedAt, this.services.now())) return account;
    const id = JSON.stringify([tenantId, userId, password]);
    const pending = this.underWay.get(id) ?? this.signIn(credentials, address, null).finally(() => this.underWay.delete(id));
    this.underWay.set(id, pending);
    return pending;
  }

  /** Signs in with a session, or without one. @throws Problem that doesn't say which of name, password and lock was the matter. */
  async signIn({ tenantId, userId, password }: Credentials, address: string | null, session: NewSession | null): Promise<Account> {
    const { store, now } = this.services;
    const attempt = await store.inTenant(tenantId, (tx) => beginSignIn(tx, userId, now()));
    if (attempt.kind !== 'try') {
      await verifyPassword(password, await this.hashOfNobody);
      throw refused();
    }
    const { account } = attempt;
    if (!(await verifyPassword(password, account.passwordHash ?? ''))) {
      await store.inTenant(tenantId, (tx) => signInFailed(tx, account, now(), address));
      throw refused();
    }
    await store.inTenant(tenantId, (tx) => signInSucceeded(tx, account, now(), session));
    this.verified.add(tenantId, userId, password, account.credentialsChangedAt, now());
    return account;
  }
}

function refused(): Problem {
  return new Problem('sign-in-failed', `Name or password is wrong, or the account is locked: ${mostFailures} failures lock it for ${lockedFor / 60_000} minutes.`);
}
