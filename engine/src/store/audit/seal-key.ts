import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Signs seals; it lives outside the database. */
export interface SealKey {
  /** Names the key: the first 16 hexadecimal digits of the SHA-256 of its public half. */
  readonly keyId: string;
  sign(hash: Uint8Array): Buffer;
  verify(hash: Uint8Array, signature: Uint8Array): boolean;
}

/** The Ed25519 key in this folder, made at the first use; readable for its owner alone. Its public half stands beside it, for auditors. */
export function openSealKey(folder: string): SealKey {
  const file = join(folder, 'audit-seal-key.pem');
  if (!existsSync(file)) makeKey(folder, file);
  return sealKeyOf(createPrivateKey(readFileSync(file)));
}

function makeKey(folder: string, file: string): void {
  mkdirSync(folder, { recursive: true });
  const { privateKey } = generateKeyPairSync('ed25519');
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  try {
    linkSync(draft, file);
    writeFileSync(join(folder, 'audit-seal-key.pub.pem'), createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
}

function sealKeyOf(privateKey: KeyObject): SealKey {
  const publicKey = createPublicKey(privateKey);
  return {
    keyId: createHash('sha256').update(publicKey.export({ type: 'spki', format: 'der' })).digest('hex').slice(0, 16),
    sign: (hash) => sign(null, hash, privateKey),
    verify: (hash, signature) => verify(null, hash, publicKey, signature),
  };
}
