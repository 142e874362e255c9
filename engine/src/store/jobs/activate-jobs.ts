import { sql } from 'kysely';
import type { ActivatedJob } from '../../contract/index.ts';
import type { Json, Variables } from '../../kernel/json.ts';
import type { Tx } from '../open-store.ts';

export interface Activation {
  readonly type: string;
  readonly worker: string;
  /** Milliseconds for which the jobs are the worker's alone. */
  readonly timeout: number;
  readonly limit: number;
  /** Names of the variables to give; all of them where empty. */
  readonly fetchVariables: readonly string[];
}

interface JobRow {
  job_key: string; kind: ActivatedJob['kind']; type: string; worker: string; retries: number; deadline: string; custom_headers: string; element_id: string;
  element_instance_key: string; process_instance_key: string; root_process_instance_key: string; process_definition_key: string; process_definition_id: string;
  process_definition_version: number; tenant_id: string;
}

/** Takes jobs that may be worked on, the longest waiting first. Several workers at once never get the same one. */
export async function activateJobs(tx: Tx, activation: Activation): Promise<ActivatedJob[]> {
  const { rows } = await sql<JobRow>`
    with taken as (select a.job_key from jobs a where a.tenant_id = current_setting('app.tenant') and a.type = ${activation.type} and a.end_time is null and a.retries > 0
      and a.activatable_at <= tenant_now() order by a.activatable_at, a.job_key limit ${activation.limit} for update skip locked)
    update jobs j set worker = ${activation.worker}, deadline = tenant_now() + ${activation.timeout} * interval '1 millisecond',
      activatable_at = tenant_now() + ${activation.timeout} * interval '1 millisecond', last_update_time = tenant_now()
    from taken where j.tenant_id = current_setting('app.tenant') and j.job_key = taken.job_key
    returning j.job_key, j.kind, j.type, j.worker, j.retries, j.deadline, j.custom_headers, j.element_id, j.element_instance_key, j.process_instance_key,
      j.root_process_instance_key, j.process_definition_key, j.process_definition_id, j.process_definition_version, j.tenant_id`.execute(tx);
  if (rows.length === 0) return [];
  rows.sort((a, b) => Number(BigInt(a.job_key) - BigInt(b.job_key)));
  const [variables, tags] = await Promise.all([
    variablesOf(tx, rows.map((row) => row.element_instance_key), activation.fetchVariables),
    tagsOf(tx, rows.map((row) => row.process_instance_key)),
  ]);
  return rows.map((row) => ({
    jobKey: row.job_key, type: row.type, processDefinitionId: row.process_definition_id, processDefinitionVersion: row.process_definition_version,
    processDefinitionKey: row.process_definition_key, processInstanceKey: row.process_instance_key, rootProcessInstanceKey: row.root_process_instance_key,
    elementId: row.element_id, elementInstanceKey: row.element_instance_key, customHeaders: JSON.parse(row.custom_headers) as Record<string, Json>, worker: row.worker,
    retries: row.retries, deadline: Date.parse(row.deadline), variables: variables.get(row.element_instance_key) ?? {}, tenantId: row.tenant_id, kind: row.kind,
    listenerEventType: 'UNSPECIFIED', userTask: null, tags: tags.get(row.process_instance_key) ?? [],
  }));
}

/** What each of these elements sees, the innermost of each name. */
async function variablesOf(tx: Tx, elementInstanceKeys: readonly string[], names: readonly string[]): Promise<Map<string, Variables>> {
  const named = names.length === 0 ? sql`` : sql` and v.name = any(${[...names]})`;
  const { rows } = await sql<{ element: string; name: string; value: string }>`
    with recursive scopes(element, key, scope_key, depth) as (
      select e.element_instance_key, e.element_instance_key, e.scope_key, 0 from element_instances e where e.element_instance_key = any(${[...elementInstanceKeys]}::bigint[])
      union all
      select s.element, e.element_instance_key, e.scope_key, s.depth + 1 from scopes s join element_instances e on e.element_instance_key = s.scope_key
    ) select distinct on (s.element, v.name) s.element, v.name, v.value from scopes s join variables v on v.scope_key = s.key${named} order by s.element, v.name, s.depth`.execute(tx);
  const found = new Map<string, Variables>();
  for (const { element, name, value } of rows) {
    const variables = found.get(element) ?? {};
    variables[name] = JSON.parse(value) as Json;
    found.set(element, variables);
  }
  return found;
}

async function tagsOf(tx: Tx, processInstanceKeys: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await tx.selectFrom('process_instances').select(['process_instance_key', 'tags']).where('process_instance_key', 'in', [...new Set(processInstanceKeys)]).execute();
  return new Map(rows.map((row) => [row.process_instance_key, row.tags]));
}
