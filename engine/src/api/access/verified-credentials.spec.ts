import { expect, it } from 'vitest';
import { VerifiedCredentials } from './verified-credentials.ts';

const changed = '2026-01-01T00:00:00.000Z';

it('remembers a password for five minutes', () => {
  const verified = new VerifiedCredentials();
  verified.add('demo', 'lin', 'secret', changed, 0);
  expect(verified.has('demo', 'lin', 'secret', changed, 299_999)).toBe(true);
  expect(verified.has('demo', 'lin', 'secret', changed, 300_000)).toBe(false);
});

it('knows no other password, person or tenant', () => {
  const verified = new VerifiedCredentials();
  verified.add('demo', 'lin', 'secret', changed, 0);
  expect(verified.has('demo', 'lin', 'Secret', changed, 1)).toBe(false);
  expect(verified.has('demo', 'li', 'nsecret', changed, 1)).toBe(false);
  expect(verified.has('other', 'lin', 'secret', changed, 1)).toBe(false);
});

it('forgets when the credentials have changed', () => {
  const verified = new VerifiedCredentials();
  verified.add('demo', 'lin', 'secret', changed, 0);
  expect(verified.has('demo', 'lin', 'secret', '2026-01-02T00:00:00.000Z', 1)).toBe(false);
  expect(verified.has('demo', 'lin', 'secret', changed, 1)).toBe(false);
});
