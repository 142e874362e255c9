import { sql } from 'kysely';
import type { Job, JobSearch, Page, Visibility } from '../../contract/index.ts';
import type { Tx } from '../open-store.ts';
import { ownColumn, type Noun } from '../search/noun.ts';
import { findRow, searchRows } from '../search/search-rows.ts';

type JobRow = Omit<Job, 'customHeaders' | 'listenerEventType' | 'isDenied' | 'deniedReason'> & { customHeaders: string };

const jobs: Noun<Job, JobSearch['filter']> = {
  table: 'jobs',
  key: 'jobKey',
  columns: {
    jobKey: 'job_key', type: 'type', worker: 'worker', state: 'state', kind: 'kind', retries: 'retries', hasFailedWithRetriesLeft: 'has_failed_with_retries_left',
    errorCode: 'error_code', errorMessage: 'error_message', customHeaders: 'custom_headers', deadline: 'deadline', creationTime: 'creation_time', lastUpdateTime: 'last_update_time',
    endTime: 'end_time', processDefinitionId: 'process_definition_id', processDefinitionKey: 'process_definition_key', processInstanceKey: 'process_instance_key',
    rootProcessInstanceKey: 'root_process_instance_key', elementId: 'element_id', elementInstanceKey: 'element_instance_key', tenantId: 'tenant_id',
  },
  nullable: ['errorCode', 'errorMessage', 'deadline', 'endTime'],
  item: (row: JobRow) => ({
    ...row, customHeaders: JSON.parse(row.customHeaders) as Record<string, string>, listenerEventType: 'UNSPECIFIED', isDenied: null, deniedReason: null,
  }),
  attributes: { processId: ownColumn('process_definition_id'), elementId: ownColumn('element_id'), jobType: ownColumn('type') },
  instanceColumn: 'process_instance_key',
};

export function searchJobs(tx: Tx, search: JobSearch, visible?: Visibility): Promise<Page<Job>> {
  return searchRows(tx, jobs, search, visible);
}

export function findJob(tx: Tx, jobKey: string, visible?: Visibility): Promise<Job | undefined> {
  return findRow(tx, jobs, jobKey, visible);
}

/** Gives a job that is being worked on more time (or less): its deadline is to lie this far ahead. Undefined when the job isn't activated. */
export async function extendJobDeadline(tx: Tx, jobKey: string, milliseconds: number): Promise<string | undefined> {
  const { rows } = await sql<{ deadline: string }>`
    update jobs set deadline = tenant_now() + ${milliseconds} * interval '1 millisecond', activatable_at = tenant_now() + ${milliseconds} * interval '1 millisecond', last_update_time = tenant_now()
    where job_key = ${jobKey} and end_time is null and deadline is not null returning deadline`.execute(tx);
  return rows[0]?.deadline;
}
