import { argon2, randomBytes, timingSafeEqual, type Argon2Parameters } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(argon2) as (algorithm: 'argon2id', parameters: Argon2Parameters) => Promise<Buffer>;

/** OWASP's second choice, with more memory: 64 MiB, three passes, one lane. */
const strength = { memory: 65_536, passes: 3, parallelism: 1 };
/** For passwords that are no secret: those of demo accounts. */
const publicStrength = { memory: 1_024, passes: 1, parallelism: 1 };
const tagLength = 32;

/** The password as argon2id in PHC form: `$argon2id$v=19$m=...,t=...,p=...$salt$hash`. Quickly, where everybody knows the password. */
export async function hashPassword(password: string, { isPublic = false } = {}): Promise<string> {
  const { memory, passes, parallelism } = isPublic ? publicStrength : strength;
  const nonce = randomBytes(16);
  const hash = await derive('argon2id', { message: password.normalize('NFC'), nonce, tagLength, memory, passes, parallelism });
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(nonce)}$${base64(hash)}`;
}

/** Compares in constant time. A hash that isn't argon2id fits nothing. */
export async function verifyPassword(password: string, phc: string): Promise<boolean> {
  const match = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/.exec(phc);
  if (match === null) return false;
  const [memory, passes, parallelism] = match.slice(1, 4).map(Number) as [number, number, number];
  const expected = Buffer.from(match[5] ?? '', 'base64');
  const actual = await derive('argon2id', { message: password.normalize('NFC'), nonce: Buffer.from(match[4] ?? '', 'base64'), tagLength: expected.length, memory, passes, parallelism });
  return timingSafeEqual(actual, expected);
}

function base64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
