import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a start remembers for the next one: ports, passwords, the processes it left running. Kept in `<home>/state.json`, mode 0600. */
export interface RememberedState {
  readonly postgres?: { readonly port: number; readonly ownerPassword: string; readonly appPassword: string; readonly folder: string };
  readonly temporal?: { readonly port: number };
  readonly processes?: readonly RememberedProcess[];
  /** Digest of the shipped files as they were last deployed to the demo tenant. */
  readonly seeded?: string;
}

/** A process started by us: the start time tells it from another process that got the same pid. */
export interface RememberedProcess {
  readonly name: string;
  readonly pid: number;
  readonly startedAt: string;
}

/** `LOOPWRIGHT_HOME`: everything one copy of the product keeps on this machine. */
export interface StateFolder {
  readonly path: string;
  read(): RememberedState;
  update(change: Partial<RememberedState>): void;
}

export function openStateFolder(path: string): StateFolder {
  mkdirSync(path, { recursive: true, mode: 0o711 });
  const file = join(path, 'state.json');
  const read = (): RememberedState => {
    try {
      return JSON.parse(readFileSync(file, 'utf8')) as RememberedState;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
      throw new Error(`${file} can't be read: ${(error as Error).message}`);
    }
  };
  return {
    path,
    read,
    update(change) {
      const next = `${file}.next`;
      writeFileSync(next, `${JSON.stringify({ ...read(), ...change }, null, 2)}\n`, { mode: 0o600 });
      renameSync(next, file);
    },
  };
}
