import { sql } from 'kysely';
import type { Binding, FormReference } from '../../kernel/commands.ts';
import type { Form, Visibility } from '../../contract/index.ts';
import type { Json } from '../../kernel/json.ts';
import type { Tx } from '../open-store.ts';
import { column, ownColumn, type Noun } from '../search/noun.ts';
import { findRow } from '../search/search-rows.ts';

/** A version of a process and what it takes to run it. */
export interface ProcessVersion {
  readonly processDefinitionKey: string;
  readonly processDefinitionId: string;
  readonly name: string | null;
  readonly version: number;
  readonly versionTag: string | null;
  readonly resourceName: string;
  readonly contentHash: string;
  readonly modelHash: string;
  readonly deploymentKey: string;
  readonly startForm: FormReference | null;
}

export interface DecisionVersion {
  readonly decisionDefinitionKey: string;
  readonly decisionDefinitionId: string;
  readonly name: string;
  readonly version: number;
  readonly decisionRequirementsKey: string;
  readonly decisionRequirementsId: string;
  readonly modelHash: string;
}

/**
 * Which version: by its key; of an id the latest, a numbered one, the newest with a tag; or as a reference in a process is bound, where
 * `deployment` means the deployment of the process definition `from`.
 */
export type VersionChoice =
  | { readonly key: string }
  | { readonly id: string; readonly version?: number }
  | { readonly id: string; readonly binding: Binding; readonly from: string };

export async function findProcessVersion(tx: Tx, choice: VersionChoice): Promise<ProcessVersion | undefined> {
  const { rows } = await sql<Omit<ProcessVersion, 'startForm'> & { startForm: string | null }>`
    select t.process_definition_key as "processDefinitionKey", t.process_definition_id as "processDefinitionId", t.name, t.version, t.version_tag as "versionTag",
      t.resource_name as "resourceName", t.content_hash as "contentHash", t.model_hash as "modelHash", t.deployment_key as "deploymentKey", t.start_form as "startForm"
    from process_definitions t where ${chosen('process_definition', choice)} order by t.version desc limit 1`.execute(tx);
  const [row] = rows;
  return row && { ...row, startForm: row.startForm === null ? null : (JSON.parse(row.startForm) as FormReference) };
}

export async function findDecisionVersion(tx: Tx, choice: VersionChoice): Promise<DecisionVersion | undefined> {
  const { rows } = await sql<DecisionVersion>`
    select t.decision_definition_key as "decisionDefinitionKey", t.decision_definition_id as "decisionDefinitionId", t.name, t.version,
      t.decision_requirements_key as "decisionRequirementsKey", t.decision_requirements_id as "decisionRequirementsId", t.model_hash as "modelHash"
    from decision_definitions t where ${chosen('decision_definition', choice)} order by t.version desc limit 1`.execute(tx);
  return rows[0];
}

/** A version of a form with its schema's text. */
export async function findFormVersion(tx: Tx, choice: VersionChoice): Promise<Form | undefined> {
  const { rows } = await sql<Form>`
    select t.form_key as "formKey", t.form_id as "formId", t.version, t.tenant_id as "tenantId", c.content as schema
    from forms t join definition_contents c on c.tenant_id = t.tenant_id and c.hash = t.content_hash
    where ${chosen('form', choice)} order by t.version desc limit 1`.execute(tx);
  return rows[0];
}

const forms: Noun<Form, Record<never, never>> = {
  table: 'forms',
  key: 'formKey',
  columns: { formKey: 'form_key', formId: 'form_id', version: 'version', tenantId: 'tenant_id', schema: 'content_hash' },
  item: (row: Form) => row,
  attributes: { formId: ownColumn('form_id') },
};

/** A version of a form by its key, if the person may see it. */
export async function findForm(tx: Tx, formKey: string, visible?: Visibility): Promise<Form | undefined> {
  const form = await findRow(tx, forms, formKey, visible);
  return form && { ...form, schema: await readContent(tx, form.schema) };
}

function chosen(noun: 'process_definition' | 'decision_definition' | 'form', choice: VersionChoice) {
  if ('key' in choice) return sql`${column(`${noun}_key`)} = ${choice.key}`;
  const isId = sql`${column(`${noun}_id`)} = ${choice.id}`;
  if (!('binding' in choice)) return choice.version === undefined ? sql`${isId} and t.is_latest` : sql`${isId} and t.version = ${choice.version}`;
  const { binding } = choice;
  switch (binding.type) {
    case 'latest':
      return sql`${isId} and t.is_latest`;
    case 'version tag':
      return sql`${isId} and t.version_tag = ${binding.versionTag}`;
    case 'deployment':
      return sql`${isId} and t.deployment_key = (select p.deployment_key from process_definitions p where p.process_definition_key = ${choice.from})`;
    default:
      return binding satisfies never;
  }
}

/** Text of a definition by its hash. @throws when the tenant has none of this hash. */
export async function readContent(tx: Tx, hash: string): Promise<string> {
  const { content } = await tx.selectFrom('definition_contents').select('content').where('hash', '=', hash).executeTakeFirstOrThrow();
  return content;
}

/** The file from which a definition came, by the definition's key: process, decision, requirements or form. */
export interface DeployedResource {
  readonly resourceKey: string;
  readonly resourceId: string;
  readonly resourceName: string;
  readonly kind: 'process' | 'decision' | 'requirements' | 'form';
  readonly version: number;
  readonly versionTag: string | null;
  readonly tenantId: string;
  readonly content: string;
}

export async function findResource(tx: Tx, key: string): Promise<DeployedResource | undefined> {
  const { rows } = await sql<DeployedResource>`
    select d.*, c.content from (
      select process_definition_key as "resourceKey", process_definition_id as "resourceId", resource_name as "resourceName", 'process' as kind, version, version_tag as "versionTag",
        tenant_id as "tenantId", content_hash from process_definitions where process_definition_key = ${key}
      union all select decision_requirements_key, decision_requirements_id, resource_name, 'requirements', version, null, tenant_id, content_hash
        from decision_requirements where decision_requirements_key = ${key}
      union all select d.decision_definition_key, d.decision_definition_id, r.resource_name, 'decision', d.version, d.version_tag, d.tenant_id, r.content_hash
        from decision_definitions d join decision_requirements r on r.decision_requirements_key = d.decision_requirements_key where d.decision_definition_key = ${key}
      union all select form_key, form_id, resource_name, 'form', version, version_tag, tenant_id, content_hash from forms where form_key = ${key}) d
    join definition_contents c on c.tenant_id = d."tenantId" and c.hash = d.content_hash`.execute(tx);
  return rows[0];
}

/** Timer starts that are in force, all or those of one deployment's processes. */
export interface TimerStart {
  readonly timerStartKey: string;
  readonly processDefinitionKey: string;
  readonly processDefinitionId: string;
  readonly elementId: string;
  readonly schedule: Json;
}

export async function timerStarts(tx: Tx): Promise<TimerStart[]> {
  const rows = await tx.selectFrom('timer_starts')
    .select(['timer_start_key as timerStartKey', 'process_definition_key as processDefinitionKey', 'process_definition_id as processDefinitionId', 'element_id as elementId', 'schedule'])
    .orderBy('timer_start_key').execute();
  return rows.map((row) => ({ ...row, schedule: JSON.parse(row.schedule) as Json }));
}

/** The latest version of every process: what a catalogue chooses from. */
export async function latestProcesses(tx: Tx): Promise<ProcessVersion[]> {
  const rows = await tx.selectFrom('process_definitions').where('is_latest', '=', true).where('state', '=', 'ACTIVE').orderBy('process_definition_id')
    .select([
      'process_definition_key as processDefinitionKey', 'process_definition_id as processDefinitionId', 'name', 'version', 'version_tag as versionTag',
      'resource_name as resourceName', 'content_hash as contentHash', 'model_hash as modelHash', 'deployment_key as deploymentKey', 'start_form as startForm',
    ]).execute();
  return rows.map((row) => ({ ...row, startForm: row.startForm === null ? null : (JSON.parse(row.startForm) as FormReference) }));
}
