import { hkdfSync, randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Keys for payloads, one a tenant and generation. */
export interface KeyRing {
  /** Generation to encrypt with. */
  readonly current: string;
  /** 32 bytes. @throws when the generation is not in the key file. */
  keyOf(tenantId: string, keyId: string): Uint8Array;
}

interface KeyFile {
  readonly current: string;
  /** 32 random bytes each, base64. Old generations stay as long as histories that they encrypted. */
  readonly keys: Readonly<Record<string, string>>;
}

/**
 * Reads the key file, or makes one that only its owner can read. A tenant's key is derived from the file's by HKDF-SHA-256 (RFC 5869),
 * so that processes which share the file need not agree on anything else.
 */
export function openKeyRing(path: string): KeyRing {
  const file = readKeyFile(path);
  const derived = new Map<string, Uint8Array>();
  return {
    current: file.current,
    keyOf(tenantId, keyId) {
      const name = `${keyId}/${tenantId}`;
      let key = derived.get(name);
      if (!key) {
        const secret = file.keys[keyId];
        if (secret === undefined) throw new Error(`payload key ${keyId} is not in ${path}`);
        key = new Uint8Array(hkdfSync('sha256', Buffer.from(secret, 'base64'), '', `loopwright payload ${tenantId}`, 32));
        derived.set(name, key);
      }
      return key;
    },
  };
}

function readKeyFile(path: string): KeyFile {
  const text = readIfThere(path) ?? createKeyFile(path);
  const file = JSON.parse(text) as KeyFile;
  for (const [id, key] of Object.entries(file.keys)) {
    if (Buffer.from(key, 'base64').length !== 32) throw new Error(`${path}: key ${id} is not 32 bytes in base64`);
  }
  if (file.keys[file.current] === undefined) throw new Error(`${path}: current key ${file.current} is missing`);
  return file;
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Written aside and linked, so that of two processes that start at once the second reads what the first wrote. */
function createKeyFile(path: string): string {
  mkdirSync(dirname(path), { recursive: true });
  const file: KeyFile = { current: 'k1', keys: { k1: randomBytes(32).toString('base64') } };
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, `${JSON.stringify(file, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
  return readFileSync(path, 'utf8');
}
