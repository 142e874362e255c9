import type pg from 'pg';

/** Tables that grow with use. On these no statement may go through all rows. */
export const bigTables = [
  'requests', 'step_log', 'definition_contents', 'payloads', 'process_instances', 'element_instances', 'variables', 'user_tasks', 'user_task_candidates', 'user_task_variables', 'jobs', 'timers',
  'message_subscriptions', 'messages', 'correlations', 'incidents', 'decision_instances', 'audit_streams', 'audit_log', 'seals', 'outbox', 'sessions', 'process_definitions', 'decision_definitions',
  'decision_requirements', 'forms', 'deployments', 'deployment_resources',
] as const;

/** Every row of twenty tenants; what has few values in life has few here. */
const special: Readonly<Record<string, string>> = {
  tenant_id: "'tenant-' || n % 20", state: "case when n % 50 = 0 then 'CREATED' when n % 50 < 5 then 'ACTIVE' else 'COMPLETED' end", candidate_type: "'group'", candidate: "'group-' || n % 100",
  is_open: 'n % 10 = 0', is_latest: 'n % 5 = 0', actor_type: "'USER'", actor_id: "'user-' || n % 200", assignee: "case when n % 3 = 0 then 'user-' || n % 200 end",
  process_definition_id: "'process-' || n % 100", topic: "'deliver message'", settled_at: 'case when n % 100 > 0 then now() end', end_time: 'case when n % 20 > 0 then now() end', retries: '3',
  type: "'type-' || n % 50", revoked_at: 'null', position: 'n', sealed_position: 'case when n % 100 = 0 then n - 1 else n end', version_tag: 'null', start_correlation_key: 'null', message_id: 'null',
};

const perTable: Readonly<Record<string, string>> = {
  'variables.name': "'name-' || n % 50", 'user_task_variables.name': "'name-' || n % 50", 'messages.name': "'name-' || n % 50", 'process_definitions.process_definition_id': "'process-' || n",
};

/** Fills the big tables with made-up rows, as the owner, and has PostgreSQL count them. */
export async function fillTables(owner: pg.Client, rows: number): Promise<void> {
  for (const table of bigTables) {
    const { rows: columns } = await owner.query<{ name: string; type: string }>(
      `select a.attname as name, format_type(a.atttypid, null) as type from pg_attribute a where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attidentity = ''`, [table]);
    const value = ({ name, type }: { name: string; type: string }): string => (perTable[`${table}.${name}`] ?? special[name] ?? byType[type] ?? 'null').replace('%NAME%', name);
    await owner.query(`insert into ${table} (${columns.map(({ name }) => name).join()}) select ${columns.map(value).join()} from generate_series(1, ${rows}) n`);
  }
  await owner.query("select setval('key_sequence', $1), setval('audit_log_key_sequence', $1)", [rows]);
  await owner.query('vacuum analyze');
}

const byType: Readonly<Record<string, string>> = {
  text: "'%NAME%-' || n", 'text[]': "'{}'", bigint: 'n', integer: 'n % 1000', boolean: 'false', bytea: "'\\x00'", 'timestamp with time zone': "now() - n * interval '1 minute'",
};
