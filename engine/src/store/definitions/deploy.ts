import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Json } from '../../kernel/json.ts';
import type { FormReference } from '../../kernel/commands.ts';
import type { Actor } from '../audit/actor.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { appendOutbox } from '../outbox/outbox.ts';
import type { Tx } from '../open-store.ts';
import { storableJson } from '../storable.ts';

/** A file of a deployment, checked and compiled. */
export interface NewResource {
  readonly name: string;
  readonly kind: 'bpmn' | 'dmn' | 'form';
  /** The file's text, as it was said. */
  readonly content: string;
  readonly processes: readonly NewProcess[];
  readonly requirements: NewRequirements | null;
  readonly form: NewForm | null;
}

export interface NewProcess {
  readonly processDefinitionId: string;
  readonly name: string | null;
  readonly versionTag: string | null;
  /** The compiled model as compact JSON text, with the compiler's revision in it. */
  readonly model: string;
  readonly startForm: FormReference | null;
  readonly messageStarts: readonly { readonly elementId: string; readonly messageName: string }[];
  readonly timerStarts: readonly { readonly elementId: string; readonly schedule: Json }[];
}

export interface NewRequirements {
  readonly decisionRequirementsId: string;
  readonly name: string;
  readonly decisions: readonly {
    readonly decisionDefinitionId: string;
    readonly name: string;
    readonly versionTag: string | null;
    readonly model: string;
  }[];
}

export interface NewForm {
  readonly formId: string;
  readonly versionTag: string | null;
}

/** One definition as it stands after a deployment, new or as it was. */
export type Deployed =
  | { readonly kind: 'process'; readonly processDefinitionKey: string; readonly processDefinitionId: string; readonly version: number; readonly resourceName: string }
  | { readonly kind: 'requirements'; readonly decisionRequirementsKey: string; readonly decisionRequirementsId: string; readonly name: string; readonly version: number; readonly resourceName: string }
  | {
      readonly kind: 'decision'; readonly decisionDefinitionKey: string; readonly decisionDefinitionId: string; readonly name: string; readonly version: number;
      readonly decisionRequirementsKey: string; readonly decisionRequirementsId: string;
    }
  | { readonly kind: 'form'; readonly formKey: string; readonly formId: string; readonly version: number; readonly resourceName: string };

export interface Deployment {
  readonly deploymentKey: string;
  readonly deployed: readonly Deployed[];
}

export interface DeployDeed {
  readonly actor: Actor;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly zone?: string;
  readonly requestId?: string;
}

export function contentHash(content: string): string {
  return createHash('sha256').update(content).digest('hex');
}

/**
 * Stores a deployment. As in Camunda, when every file is what is already the latest version nothing new is made; when one differs all get a
 * new version, so that what is bound to "the same deployment" stays together. One deployment at a time in a tenant.
 */
export async function deploy(tx: Tx, resources: readonly NewResource[], deed: DeployDeed): Promise<Deployment> {
  await sql`select pg_advisory_xact_lock(hashtextextended('deploy ' || current_setting('app.tenant'), 7))`.execute(tx);
  const latest = await latestOf(tx, resources);
  const isKnown = latest.every((version) => version.content_hash === version.expected_hash);
  const { rows } = await sql<{ key: string }>`select nextval('key_sequence') << 20 as key from generate_series(1, ${1 + latest.length})`.execute(tx);
  const [deploymentKey, ...keys] = rows.map((row) => row.key);
  await recordDeployment(tx, deploymentKey!, resources, deed);
  if (isKnown) return { deploymentKey: deploymentKey!, deployed: await knownDefinitions(tx, resources) };

  const versions = new Map(latest.map((version) => [`${version.kind} ${version.id}`, version.version + 1]));
  const deployment: Making = { tx, deed, deploymentKey: deploymentKey!, nextKey: () => keys.shift()!, versionOf: (kind, id) => versions.get(`${kind} ${id}`)! };
  const deployed: Deployed[] = [];
  for (const resource of resources) {
    for (const process of resource.processes) deployed.push(await deployProcess(deployment, resource, process));
    if (resource.requirements) deployed.push(...(await deployRequirements(deployment, resource, resource.requirements)));
    if (resource.form) deployed.push(await deployForm(deployment, resource, resource.form));
  }
  if (resources.some((resource) => resource.processes.length > 0)) await appendOutbox(tx, 'sync timer starts', { deploymentKey: deploymentKey! });
  for (const definition of deployed) await auditDeployed(tx, deploymentKey!, definition, deed);
  return { deploymentKey: deploymentKey!, deployed };
}

interface Making {
  readonly tx: Tx;
  readonly deed: DeployDeed;
  readonly deploymentKey: string;
  readonly nextKey: () => string;
  readonly versionOf: (kind: Deployed['kind'], id: string) => number;
}

/** For each definition of the files: its latest version so far (0 when there is none), and the hash that it would have to have. */
async function latestOf(tx: Tx, resources: readonly NewResource[]) {
  const wanted = resources.flatMap((resource) => {
    const expected_hash = contentHash(resource.content);
    return [
      ...resource.processes.map((process) => ({ kind: 'process' as const, id: process.processDefinitionId, expected_hash })),
      ...(resource.requirements ? [{ kind: 'requirements' as const, id: resource.requirements.decisionRequirementsId, expected_hash }] : []),
      ...(resource.requirements?.decisions ?? []).map((decision) => ({ kind: 'decision' as const, id: decision.decisionDefinitionId, expected_hash })),
      ...(resource.form ? [{ kind: 'form' as const, id: resource.form.formId, expected_hash }] : []),
    ];
  });
  const { rows } = await sql<{ kind: Deployed['kind']; id: string; expected_hash: string; version: number; content_hash: string | null }>`
    select w.kind, w.id, w.expected_hash, coalesce(l.version, 0) as version, l.content_hash
    from jsonb_to_recordset(${storableJson(wanted)}::jsonb) as w(kind text, id text, expected_hash text)
    left join lateral (
      select p.version, p.content_hash from process_definitions p where w.kind = 'process' and p.process_definition_id = w.id and p.is_latest
      union all select r.version, r.content_hash from decision_requirements r where w.kind = 'requirements' and r.decision_requirements_id = w.id and r.is_latest
      union all select d.version, r.content_hash from decision_definitions d join decision_requirements r on r.decision_requirements_key = d.decision_requirements_key
        where w.kind = 'decision' and d.decision_definition_id = w.id and d.is_latest
      union all select f.version, f.content_hash from forms f where w.kind = 'form' and f.form_id = w.id and f.is_latest) l on true`.execute(tx);
  return rows;
}

async function recordDeployment(tx: Tx, deploymentKey: string, resources: readonly NewResource[], { actor, at }: DeployDeed): Promise<void> {
  await sql`insert into deployments (tenant_id, deployment_key, deployed_at, actor_type, actor_id, actor_name)
    values (current_setting('app.tenant'), ${deploymentKey}, ${new Date(at)}, ${actor.type}, ${actor.id}, ${actor.name})`.execute(tx);
  for (const { name, kind, content } of resources) {
    const hash = await keepContent(tx, kind, content);
    await sql`insert into deployment_resources (tenant_id, deployment_key, resource_name, kind, content_hash)
      values (current_setting('app.tenant'), ${deploymentKey}, ${name}, ${kind}, ${hash})`.execute(tx);
  }
}

/** Stores a text under its SHA-256, once. @returns the hash. */
export async function keepContent(tx: Tx, kind: string, content: string): Promise<string> {
  const hash = contentHash(content);
  await sql`insert into definition_contents (tenant_id, hash, kind, content) values (current_setting('app.tenant'), ${hash}, ${kind}, ${content}) on conflict do nothing`.execute(tx);
  return hash;
}

async function knownDefinitions(tx: Tx, resources: readonly NewResource[]): Promise<Deployed[]> {
  const deployed: Deployed[] = [];
  for (const { name: resourceName, processes, requirements, form } of resources) {
    for (const { processDefinitionId } of processes) {
      const row = await tx.selectFrom('process_definitions').where('process_definition_id', '=', processDefinitionId).where('is_latest', '=', true)
        .select(['process_definition_key', 'version']).executeTakeFirstOrThrow();
      deployed.push({ kind: 'process', processDefinitionKey: row.process_definition_key, processDefinitionId, version: row.version, resourceName });
    }
    if (requirements) {
      const { decisionRequirementsId } = requirements;
      const graph = await tx.selectFrom('decision_requirements').where('decision_requirements_id', '=', decisionRequirementsId).where('is_latest', '=', true)
        .select(['decision_requirements_key as decisionRequirementsKey', 'name', 'version']).executeTakeFirstOrThrow();
      deployed.push({ kind: 'requirements', decisionRequirementsId, resourceName, ...graph });
      const decisions = await tx.selectFrom('decision_definitions').where('decision_requirements_key', '=', graph.decisionRequirementsKey)
        .select(['decision_definition_key as decisionDefinitionKey', 'decision_definition_id as decisionDefinitionId', 'name', 'version']).execute();
      deployed.push(...decisions.map((decision) => ({ kind: 'decision' as const, ...decision, decisionRequirementsId, decisionRequirementsKey: graph.decisionRequirementsKey })));
    }
    if (form) {
      const row = await tx.selectFrom('forms').where('form_id', '=', form.formId).where('is_latest', '=', true).select(['form_key', 'version']).executeTakeFirstOrThrow();
      deployed.push({ kind: 'form', formKey: row.form_key, formId: form.formId, version: row.version, resourceName });
    }
  }
  return deployed;
}

async function deployProcess({ tx, deed, deploymentKey, nextKey, versionOf }: Making, resource: NewResource, process: NewProcess): Promise<Deployed> {
  const { processDefinitionId } = process;
  const processDefinitionKey = nextKey();
  const version = versionOf('process', processDefinitionId);
  const modelHash = await keepContent(tx, 'process model', process.model);
  await tx.updateTable('process_definitions').set({ is_latest: false }).where('process_definition_id', '=', processDefinitionId).where('is_latest', '=', true).execute();
  await sql`insert into process_definitions (tenant_id, process_definition_key, process_definition_id, name, version, version_tag, resource_name, content_hash, model_hash,
      deployment_key, has_start_form, start_form, deployed_at)
    values (current_setting('app.tenant'), ${processDefinitionKey}, ${processDefinitionId}, ${process.name}, ${version}, ${process.versionTag}, ${resource.name},
      ${contentHash(resource.content)}, ${modelHash}, ${deploymentKey}, ${process.startForm !== null}, ${process.startForm && JSON.stringify(process.startForm)}, ${new Date(deed.at)})`.execute(tx);
  await tx.deleteFrom('message_start_subscriptions').where('process_definition_id', '=', processDefinitionId).execute();
  for (const { elementId, messageName } of process.messageStarts) {
    await sql`insert into message_start_subscriptions (tenant_id, message_subscription_key, process_definition_key, process_definition_id, element_id, message_name, created_at)
      values (current_setting('app.tenant'), nextval('key_sequence') << 20, ${processDefinitionKey}, ${processDefinitionId}, ${elementId}, ${messageName}, ${new Date(deed.at)})`.execute(tx);
  }
  await tx.deleteFrom('timer_starts').where('process_definition_id', '=', processDefinitionId).execute();
  for (const { elementId, schedule } of process.timerStarts) {
    await sql`insert into timer_starts (tenant_id, timer_start_key, process_definition_key, process_definition_id, element_id, schedule, created_at)
      values (current_setting('app.tenant'), nextval('key_sequence') << 20, ${processDefinitionKey}, ${processDefinitionId}, ${elementId}, ${JSON.stringify(schedule)}, ${new Date(deed.at)})`.execute(tx);
  }
  return { kind: 'process', processDefinitionKey, processDefinitionId, version, resourceName: resource.name };
}

async function deployRequirements({ tx, deed, deploymentKey, nextKey, versionOf }: Making, resource: NewResource, graph: NewRequirements): Promise<Deployed[]> {
  const { decisionRequirementsId } = graph;
  const decisionRequirementsKey = nextKey();
  const graphVersion = versionOf('requirements', decisionRequirementsId);
  await tx.updateTable('decision_requirements').set({ is_latest: false }).where('decision_requirements_id', '=', decisionRequirementsId).where('is_latest', '=', true).execute();
  await sql`insert into decision_requirements (tenant_id, decision_requirements_key, decision_requirements_id, name, version, resource_name, content_hash, deployment_key, deployed_at)
    values (current_setting('app.tenant'), ${decisionRequirementsKey}, ${decisionRequirementsId}, ${graph.name}, ${graphVersion}, ${resource.name}, ${contentHash(resource.content)},
      ${deploymentKey}, ${new Date(deed.at)})`.execute(tx);
  const deployed: Deployed[] = [
    { kind: 'requirements', decisionRequirementsKey, decisionRequirementsId, name: graph.name, version: graphVersion, resourceName: resource.name },
  ];
  for (const { decisionDefinitionId, name, versionTag, model } of graph.decisions) {
    const decisionDefinitionKey = nextKey();
    const version = versionOf('decision', decisionDefinitionId);
    const modelHash = await keepContent(tx, 'decision model', model);
    await tx.updateTable('decision_definitions').set({ is_latest: false }).where('decision_definition_id', '=', decisionDefinitionId).where('is_latest', '=', true).execute();
    await sql`insert into decision_definitions (tenant_id, decision_definition_key, decision_definition_id, name, version, version_tag, decision_requirements_key,
        decision_requirements_id, decision_requirements_name, decision_requirements_version, model_hash, deployment_key, deployed_at)
      values (current_setting('app.tenant'), ${decisionDefinitionKey}, ${decisionDefinitionId}, ${name}, ${version}, ${versionTag}, ${decisionRequirementsKey},
        ${decisionRequirementsId}, ${graph.name}, ${graphVersion}, ${modelHash}, ${deploymentKey}, ${new Date(deed.at)})`.execute(tx);
    deployed.push({ kind: 'decision', decisionDefinitionKey, decisionDefinitionId, name, version, decisionRequirementsKey, decisionRequirementsId });
  }
  return deployed;
}

async function deployForm({ tx, deed, deploymentKey, nextKey, versionOf }: Making, resource: NewResource, { formId, versionTag }: NewForm): Promise<Deployed> {
  const formKey = nextKey();
  const version = versionOf('form', formId);
  await tx.updateTable('forms').set({ is_latest: false }).where('form_id', '=', formId).where('is_latest', '=', true).execute();
  await sql`insert into forms (tenant_id, form_key, form_id, version, version_tag, resource_name, content_hash, deployment_key, deployed_at)
    values (current_setting('app.tenant'), ${formKey}, ${formId}, ${version}, ${versionTag}, ${resource.name}, ${contentHash(resource.content)}, ${deploymentKey}, ${new Date(deed.at)})`.execute(tx);
  return { kind: 'form', formKey, formId, version, resourceName: resource.name };
}

async function auditDeployed(tx: Tx, deploymentKey: string, definition: Deployed, deed: DeployDeed): Promise<void> {
  const [id, key] =
    definition.kind === 'process' ? [definition.processDefinitionId, definition.processDefinitionKey]
    : definition.kind === 'requirements' ? [definition.decisionRequirementsId, definition.decisionRequirementsKey]
    : definition.kind === 'decision' ? [definition.decisionDefinitionId, definition.decisionDefinitionKey]
    : [definition.formId, definition.formKey];
  await appendAudit(tx, { ...deed, stream: `${definition.kind}/${id}` }, [
    {
      category: 'DEPLOYED_RESOURCES', entity_type: 'RESOURCE', entity_key: key, operation_type: 'CREATE', entity_description: `${definition.kind} ${id}`,
      deployment_key: deploymentKey, resource_key: key, new_value: JSON.stringify({ version: definition.version }),
      ...(definition.kind === 'process' && { process_definition_key: key, process_definition_id: id }),
      ...(definition.kind === 'decision' && { decision_definition_key: key, decision_definition_id: id, decision_requirements_key: definition.decisionRequirementsKey, decision_requirements_id: definition.decisionRequirementsId }),
      ...(definition.kind === 'form' && { form_key: key }),
    },
  ]);
}

/** Declares which process variables the inbox can be filtered by, for tasks that open from now on. */
export async function declareFilterable(tx: Tx, processDefinitionId: string, names: readonly string[]): Promise<void> {
  await tx.deleteFrom('filterable_variables').where('process_definition_id', '=', processDefinitionId).execute();
  await sql`insert into filterable_variables (tenant_id, process_definition_id, name)
    select current_setting('app.tenant'), ${processDefinitionId}, n from unnest(${[...names]}::text[]) n on conflict do nothing`.execute(tx);
}
