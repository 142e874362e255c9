import { createHash } from 'node:crypto';
import pg from 'pg';
import { migrations, routines } from './migrations/index.ts';

export interface MigrateOptions {
  /** The owner of the schema; the tables belong to the role in this URL. */
  readonly ownerUrl: string;
  /** The role the engine runs as, which gets the grants. */
  readonly appRole: string;
  /** When given, the app's role is created if it is missing (the owner needs CREATEROLE). */
  readonly appPassword?: string;
}

/** Any fixed number does: it is the lock under which one process migrates while others wait. */
const MIGRATION_LOCK = 7_230_571_846;

/**
 * Brings the schema up to date and grants the app's role what it may do, in one transaction under an advisory lock.
 * @returns the ids that were applied; empty when nothing was due.
 * @throws when an applied migration has been edited since, or the database can't be reached.
 */
export async function migrate(options: MigrateOptions): Promise<string[]> {
  const client = new pg.Client({ connectionString: options.ownerUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    await client.query('set local client_min_messages = warning');
    const applied = await applyPending(client);
    await grantAppRole(client, options);
    await client.query('commit');
    return applied;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    await client.end();
  }
}

async function applyPending(client: pg.Client): Promise<string[]> {
  await client.query('create table if not exists schema_migrations (id text primary key, digest text not null, applied_at timestamptz not null default now())');
  const { rows } = await client.query<{ id: string; digest: string }>('select id, digest from schema_migrations');
  const known = new Map(rows.map((row) => [row.id, row.digest]));
  const applied: string[] = [];
  for (const { id, sql } of migrations) {
    const digest = digestOf(sql);
    if (known.get(id) === digest) continue;
    if (known.has(id)) throw new Error(`migration ${id} was edited after it was applied to this database`);
    await client.query(sql);
    await client.query('insert into schema_migrations (id, digest) values ($1, $2)', [id, digest]);
    applied.push(id);
  }
  for (const { id, sql } of routines) {
    const digest = digestOf(sql);
    if (known.get(id) === digest) continue;
    await client.query(sql);
    await client.query('insert into schema_migrations (id, digest) values ($1, $2) on conflict (id) do update set digest = excluded.digest, applied_at = now()', [id, digest]);
    applied.push(id);
  }
  return applied;
}

/** Rows that must never change once written. */
const APPEND_ONLY = ['audit_log', 'seals', 'step_log', 'definition_contents'];

async function grantAppRole(client: pg.Client, { appRole, appPassword }: MigrateOptions): Promise<void> {
  const role = client.escapeIdentifier(appRole);
  const found = await client.query('select from pg_roles where rolname = $1', [appRole]);
  if (found.rowCount === 0) {
    if (appPassword === undefined) throw new Error(`role ${appRole} does not exist`);
    await client.query(`create role ${role} login nosuperuser nobypassrls nocreatedb nocreaterole password ${client.escapeLiteral(appPassword)}`);
  }
  const { rows } = await client.query<{ schema: string }>('select current_schema() as schema');
  const schema = client.escapeIdentifier(rows[0]!.schema);
  await client.query(`grant usage on schema ${schema} to ${role}`);
  await client.query(`grant select, insert, update, delete on all tables in schema ${schema} to ${role}`);
  await client.query(`grant usage on all sequences in schema ${schema} to ${role}`);
  await client.query(`revoke update, delete, truncate on ${APPEND_ONLY.join(', ')} from ${role}`);
  await client.query(`revoke insert, update, delete on schema_migrations from ${role}`);
}

function digestOf(sql: string): string {
  return createHash('sha256').update(sql).digest('hex');
}
