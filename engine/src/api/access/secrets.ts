import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A token that names its tenant, so that it can be looked up in that tenant alone: `<tenant in base64url>.<32 random bytes>`. */
export interface TenantToken {
  readonly tenantId: string;
  readonly text: string;
}

export function newTenantToken(tenantId: string): TenantToken {
  return { tenantId, text: `${Buffer.from(tenantId).toString('base64url')}.${randomSecret()}` };
}

/** Null for what has not the form of a token. */
export function readTenantToken(text: string): TenantToken | null {
  const match = /^([A-Za-z0-9_-]+)\.[A-Za-z0-9_-]{43}$/.exec(text);
  return match === null ? null : { tenantId: Buffer.from(match[1] ?? '', 'base64url').toString(), text };
}

export function randomSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What the database keeps of a secret of 256 bits, which needs no salt. */
export function hashSecret(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

export function isSameSecret(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
