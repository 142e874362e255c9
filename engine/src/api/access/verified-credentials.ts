import { createHmac, randomBytes } from 'node:crypto';

/** How long a password that was verified need not be verified again, in milliseconds. */
const lifetime = 5 * 60_000;
const mostEntries = 10_000;

/**
 * Remembers which passwords were verified, as a keyed hash under a key that this process alone knows, so that HTTP Basic doesn't cost an
 * argon2id a request. An entry is bound to the time at which the account's credentials changed last; a lock, a new password and a
 * change of roles move that time, and with it the entry is dropped.
 */
export class VerifiedCredentials {
  private readonly key = randomBytes(32);
  private readonly entries = new Map<string, { readonly changedAt: string; readonly until: number }>();

  has(tenantId: string, userId: string, password: string, changedAt: string, now: number): boolean {
    const id = this.hash(tenantId, userId, password);
    const entry = this.entries.get(id);
    if (entry === undefined) return false;
    if (entry.until > now && entry.changedAt === changedAt) return true;
    this.entries.delete(id);
    return false;
  }

  add(tenantId: string, userId: string, password: string, changedAt: string, now: number): void {
    if (this.entries.size >= mostEntries) this.entries.delete(this.entries.keys().next().value ?? '');
    this.entries.set(this.hash(tenantId, userId, password), { changedAt, until: now + lifetime });
  }

  private hash(...parts: readonly string[]): string {
    return createHmac('sha256', this.key).update(JSON.stringify(parts)).digest('base64');
  }
}
