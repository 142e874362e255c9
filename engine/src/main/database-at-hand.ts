import { isFree, openStateFolder, rememberedPostgres, startPostgres } from '../services/index.ts';
import { lockHome } from './home-lock.ts';
import type { Settings } from './settings.ts';

/**
 * Works with the database of this copy by the app's role: the one in DATABASE_URL, else our own where it runs, else our own brought up for
 * as long as the work takes.
 * @throws when there is no database yet.
 */
export async function withDatabaseAtHand<T>(settings: Settings, work: (appUrl: string) => Promise<T>): Promise<T> {
  const given = process.env['DATABASE_URL'];
  if (given) return work(given);
  const state = openStateFolder(settings.home);
  const known = rememberedPostgres(state);
  if (!known) throw new Error(`there is no database in ${settings.home} yet: run \`loopwright start\` first, or set DATABASE_URL or LOOPWRIGHT_HOME.`);
  if (!(await isFree(known.port))) return work(known.appUrl);
  const lock = lockHome(state);
  if ('heldBy' in lock) throw new Error(`Loopwright (pid ${lock.heldBy}) is just coming up or going down in ${settings.home}: try again in a moment.`);
  const postgres = await startPostgres({ state, say: () => undefined });
  try {
    return await work(postgres.appUrl);
  } finally {
    await postgres.own?.server.stop(30_000);
    lock.release();
  }
}
