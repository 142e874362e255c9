import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Person } from '../../policy/index.ts';
import { findAccountOfSession, findApiClient, touchSession, type Account } from '../../store/index.ts';
import { Problem } from '../http/problem.ts';
import type { TenantConfig } from '../../tenants/index.ts';
import type { Services } from '../services.ts';
import type { Caller } from './caller.ts';
import type { PasswordSignIn } from './password-sign-in.ts';
import { knownAbility } from './known-abilities.ts';
import { hashSecret, isSameSecret, readTenantToken } from './secrets.ts';

export const sessionCookie = 'loopwright-session';
export const csrfHeader = 'x-csrf-token';

/** A session is marked as seen at most so often, in milliseconds. */
const touchedEvery = 60_000;
const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Finds out who asks: by bearer token, HTTP Basic where it is taken, or session cookie; null for nobody. @throws Problem for credentials that don't hold. */
export async function authenticate(services: Services, passwords: PasswordSignIn, request: FastifyRequest): Promise<Caller | null> {
  const [scheme, credentials] = (request.headers.authorization ?? '').split(' ', 2) as [string, string | undefined];
  if (scheme.toLowerCase() === 'bearer' && credentials !== undefined) return byToken(services, credentials, request);
  if (scheme.toLowerCase() === 'basic' && credentials !== undefined && services.settings.basicAuth) return byPassword(services, passwords, credentials, request);
  const cookie = request.cookies[sessionCookie];
  return cookie === undefined ? null : bySession(services, cookie, request);
}

/** `tenant/user`, or a user of the default tenant. */
export function readUserName(text: string, defaultTenantId: string): { tenantId: string; userId: string } {
  const slash = text.indexOf('/');
  return slash < 0 ? { tenantId: defaultTenantId, userId: text } : { tenantId: text.slice(0, slash), userId: text.slice(slash + 1) };
}

async function byToken(services: Services, text: string, request: FastifyRequest): Promise<Caller> {
  const token = readTenantToken(text);
  const tenant = token && services.tenantOf(token.tenantId);
  if (!token || !tenant) throw new Problem('not-signed-in', 'The token is not known.');
  const client = await services.store.inTenant(tenant.id, (tx) => findApiClient(tx, hashSecret(text), services.now()));
  if (client === undefined) throw new Problem('not-signed-in', 'The token is not known, has expired or was revoked.');
  const person: Person = { id: client.clientId, groups: [], roles: client.roles, attributes: {} };
  return { ...ofRequest(request), tenantId: tenant.id, actor: { type: 'client', id: client.clientId, name: client.name }, person, ability: knownAbility(person, tenant.roles), account: noAccount, session: null };
}

const noAccount = { email: null, language: null, timeZone: null };

async function byPassword(services: Services, passwords: PasswordSignIn, credentials: string, request: FastifyRequest): Promise<Caller> {
  const text = Buffer.from(credentials, 'base64').toString();
  const colon = text.indexOf(':');
  const { tenantId, userId } = readUserName(text.slice(0, colon), services.settings.defaultTenantId);
  const tenant = services.tenantOf(tenantId);
  if (colon < 0 || !tenant) throw new Problem('sign-in-failed', 'Name or password is wrong.');
  const account = await passwords.verify({ tenantId, userId, password: text.slice(colon + 1) }, request.ip);
  return { ...ofRequest(request), ...ofAccount(tenant, account), session: null };
}

async function bySession(services: Services, cookie: string, request: FastifyRequest): Promise<Caller | null> {
  const token = readTenantToken(cookie);
  const tenant = token && services.tenantOf(token.tenantId);
  if (!token || !tenant) return null;
  const hash = hashSecret(cookie);
  const now = services.now();
  const found = await services.store.inTenant(tenant.id, async (tx) => {
    const account = await findAccountOfSession(tx, hash, now);
    if (account !== undefined && now - Date.parse(account.lastSeenAt) > touchedEvery) await touchSession(tx, hash, now);
    return account;
  });
  if (found === undefined || found.disabledAt !== null) return null;
  if (!safeMethods.has(request.method) && !isSameSecret(String(request.headers[csrfHeader] ?? ''), found.csrfToken)) {
    throw new Problem('foreign-origin', `The header ${csrfHeader} must hold the token of the session.`);
  }
  return { ...ofRequest(request), ...ofAccount(tenant, found), session: { hash, csrfToken: found.csrfToken, expiresAt: found.expiresAt } };
}

export function ofAccount(tenant: TenantConfig, account: Account): Pick<Caller, 'tenantId' | 'actor' | 'person' | 'ability' | 'account'> {
  const person: Person = { id: account.userId, groups: account.groups, roles: account.roles, attributes: attributesOf(tenant, account.userId) };
  return {
    tenantId: tenant.id,
    actor: { type: 'user', id: account.userId, name: account.name },
    person,
    ability: knownAbility(person, tenant.roles),
    account: { email: account.email, language: account.locale, timeZone: account.timeZone },
  };
}

/** What access rules may name as `my.attributes.<name>`. */
export function attributesOf(tenant: TenantConfig, userId: string): Person['attributes'] {
  return tenant.accounts.find(({ id }) => id === userId)?.attributes ?? {};
}

const idempotencyKey = /^[\x21-\x7e]{1,200}$/;

/** The digest binds an idempotency key to method, address and body. Of a multipart body, which isn't read yet, the verb makes its own. */
export function ofRequest(request: FastifyRequest): Pick<Caller, 'requestId' | 'idempotencyKey' | 'bodyDigest'> {
  const given = request.headers['idempotency-key'];
  if (given !== undefined && (typeof given !== 'string' || !idempotencyKey.test(given))) throw new Problem('invalid-request', 'The Idempotency-Key must be 1 to 200 printable characters.');
  const body = request.body === undefined ? '' : JSON.stringify(request.body);
  return { requestId: request.id, idempotencyKey: given ?? null, bodyDigest: createHash('sha256').update(`${request.method} ${request.url}\n${body}`).digest('base64url') };
}
