import { migrate } from '../store/index.ts';
import { UsageError, type Verb } from './verb.ts';

export const migrateVerb: Verb = {
  summary: 'bring the database schema up to date',
  usage: `Usage: loopwright migrate

  DATABASE_MIGRATION_URL   the owner's connection, postgres://owner:password@host/database
  DATABASE_URL             the app's connection: its role is made if missing, and gets its grants`,
  async run() {
    const ownerUrl = process.env['DATABASE_MIGRATION_URL'];
    const appUrl = process.env['DATABASE_URL'];
    if (!ownerUrl || !appUrl) throw new UsageError('DATABASE_MIGRATION_URL and DATABASE_URL must both be set.');
    const { username, password } = new URL(appUrl);
    const applied = await migrate({ ownerUrl, appRole: decodeURIComponent(username), appPassword: decodeURIComponent(password) });
    console.log(applied.length === 0 ? 'The schema is up to date.' : `Applied: ${applied.join(', ')}`);
    return 0;
  },
};
