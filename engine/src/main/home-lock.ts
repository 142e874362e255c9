import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startTimeOf, type StateFolder } from '../services/index.ts';

/** One copy of the product a home: a second start says who holds it. The lock of a process that is gone counts for nothing. */
export function lockHome(state: StateFolder): { readonly release: () => void } | { readonly heldBy: number } {
  const file = join(state.path, 'lock');
  const own = `${file}.${process.pid}`;
  writeFileSync(own, JSON.stringify({ pid: process.pid, startedAt: startTimeOf(process.pid) }), { mode: 0o600 });
  try {
    for (;;) {
      if (tryLink(own, file)) return { release: () => rmSync(file, { force: true }) };
      const holder = JSON.parse(readFileSync(file, 'utf8')) as { pid: number; startedAt: string };
      if (startTimeOf(holder.pid) === holder.startedAt) return { heldBy: holder.pid };
      rmSync(file, { force: true });
    }
  } finally {
    rmSync(own, { force: true });
  }
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
