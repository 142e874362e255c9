import { expect, it } from 'vitest';
import { hashPassword, verifyPassword } from './passwords.ts';

it('verifies what it hashed, and nothing else', async () => {
  const hash = await hashPassword('correct horse');
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
  expect(await verifyPassword('correct horse', hash)).toBe(true);
  expect(await verifyPassword('correct horse ', hash)).toBe(false);
});

it('salts: the same password twice gives two hashes', async () => {
  expect(await hashPassword('a')).not.toBe(await hashPassword('a'));
});

it('takes composed and decomposed letters as the same', async () => {
  expect(await verifyPassword('u\u0308ber', await hashPassword('\u00fcber'))).toBe(true);
});

it('fits nothing to what is no argon2id hash', async () => {
  expect(await verifyPassword('', '')).toBe(false);
  expect(await verifyPassword('plain', 'plain')).toBe(false);
});
