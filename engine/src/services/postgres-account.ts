import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chownSync, cpSync, existsSync, mkdirSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** An account that may run PostgreSQL where we are root, which PostgreSQL refuses to run as. */
export interface PostgresAccount {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** The system's state directory, for what the account must reach when the home folder is closed to it. */
const SYSTEM_STATE = process.platform === 'darwin' ? '/usr/local/var/loopwright' : '/var/lib/loopwright';

/** The account to run PostgreSQL as: null when we aren't root, else `postgres`, made when missing and never changed when it exists. */
export function postgresAccount(): PostgresAccount | null {
  if (process.getuid?.() !== 0) return null;
  const id = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  const found = (): PostgresAccount => ({ name: 'postgres', uid: id('-u'), gid: id('-g') });
  try {
    return found();
  } catch {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres']);
    return found();
  }
}

export interface DataPlace {
  readonly folder: string;
  /** Set when the data lies elsewhere than under home, in words for the one line that start prints. */
  readonly note: string | null;
}

/** Where the data directory goes: under home, or, when the account can't reach home, under the system's state directory by a hash of home. */
export function placeData(home: string, account: PostgresAccount | null): DataPlace {
  const preferred = join(home, 'postgres');
  if (account === null || canReach(preferred, account)) return { folder: preferred, note: null };
  const hash = createHash('sha256').update(resolve(home)).digest('hex').slice(0, 12);
  const folder = join(SYSTEM_STATE, hash, 'postgres');
  return { folder, note: `PostgreSQL can't run as root, and account ${account.name} can't reach ${home}: its data lies in ${folder}` };
}

/** The installed PostgreSQL, or a copy of it where the account can't reach the project's folder. */
export function placeBinaries(postgres: string, account: PostgresAccount | null, version: string): string {
  const native = dirname(dirname(realpathSync(postgres)));
  if (account === null || canReach(native, account)) return native;
  const copy = join(SYSTEM_STATE, `postgres-${version}`);
  if (!existsSync(copy)) {
    const making = `${copy}.${process.pid}`;
    rmSync(making, { recursive: true, force: true });
    cpSync(native, making, { recursive: true, verbatimSymlinks: true });
    if (existsSync(copy)) rmSync(making, { recursive: true });
    else renameSync(making, copy);
  }
  return copy;
}

/** Makes the folder and hands it to the account, with parents that it may pass. */
export function makeDataFolder(folder: string, account: PostgresAccount | null): void {
  mkdirSync(dirname(folder), { recursive: true, mode: 0o755 });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (account !== null) chownSync(folder, account.uid, account.gid);
}

/** May the account pass every existing folder on the way? */
function canReach(path: string, account: PostgresAccount): boolean {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    const stat = existsSync(folder) ? statSync(folder) : null;
    if (stat?.isDirectory()) {
      const needed = stat.uid === account.uid ? 0o100 : stat.gid === account.gid ? 0o010 : 0o001;
      if ((stat.mode & needed) === 0) return false;
    }
    if (folder === dirname(folder)) return true;
  }
}
