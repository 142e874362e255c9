import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The last seal of a tenant as it is written outside the database, where whoever cuts the chain of seals can't reach it. */
export interface LastSeal {
  readonly tenantId: string;
  readonly number: string;
  readonly at: string;
  /** Hexadecimal. */
  readonly hash: string;
  readonly keyId: string;
  /** Base64. */
  readonly signature: string;
}

const fileOf = (folder: string, tenantId: string) => join(folder, 'seals', `${encodeURIComponent(tenantId)}.json`);

/** Undefined when nothing was ever sealed with this folder. */
export function readLastSeal(folder: string, tenantId: string): LastSeal | undefined {
  try {
    return JSON.parse(readFileSync(fileOf(folder, tenantId), 'utf8')) as LastSeal;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Replaces the file in one stroke; a seal older than what stands there is not written. */
export function writeLastSeal(folder: string, seal: LastSeal): void {
  const before = readLastSeal(folder, seal.tenantId);
  if (before && BigInt(before.number) >= BigInt(seal.number)) return;
  const file = fileOf(folder, seal.tenantId);
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  const handle = openSync(draft, 'w');
  writeSync(handle, `${JSON.stringify(seal)}\n`);
  fsyncSync(handle);
  closeSync(handle);
  renameSync(draft, file);
}
