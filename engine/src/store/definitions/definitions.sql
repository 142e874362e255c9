-- The statements of this folder, written by `node engine/scripts/write-statements.ts` and compared by a test.

-- deploy: what is new
select pg_advisory_xact_lock(hashtextextended('deploy ' || current_setting('app.tenant'), 7));
select w.kind, w.id, w.expected_hash, coalesce(l.version, 0) as version, l.content_hash
  from jsonb_to_recordset($1::jsonb) as w(kind text, id text, expected_hash text)
  left
  join lateral ( select p.version, p.content_hash
    from process_definitions p
    where w.kind = 'process' and p.process_definition_id = w.id and p.is_latest
    union all select r.version, r.content_hash
    from decision_requirements r
    where w.kind = 'requirements' and r.decision_requirements_id = w.id and r.is_latest
    union all select d.version, r.content_hash
    from decision_definitions d
    join decision_requirements r on r.decision_requirements_key = d.decision_requirements_key
    where w.kind = 'decision' and d.decision_definition_id = w.id and d.is_latest
    union all select f.version, f.content_hash
    from forms f
    where w.kind = 'form' and f.form_id = w.id and f.is_latest) l on true;
select nextval('key_sequence') << 20 as key
  from generate_series(1, $1);
insert into deployments (tenant_id, deployment_key, deployed_at, actor_type, actor_id, actor_name)
  values (current_setting('app.tenant'), $1, $2, $3, $4, $5);
insert into definition_contents (tenant_id, hash, kind, content)
  values (current_setting('app.tenant'), $1, $2, $3)
  on conflict do nothing;
insert into deployment_resources (tenant_id, deployment_key, resource_name, kind, content_hash)
  values (current_setting('app.tenant'), $1, $2, $3, $4);
insert into definition_contents (tenant_id, hash, kind, content)
  values (current_setting('app.tenant'), $1, $2, $3)
  on conflict do nothing;
insert into deployment_resources (tenant_id, deployment_key, resource_name, kind, content_hash)
  values (current_setting('app.tenant'), $1, $2, $3, $4);
insert into definition_contents (tenant_id, hash, kind, content)
  values (current_setting('app.tenant'), $1, $2, $3)
  on conflict do nothing;
insert into deployment_resources (tenant_id, deployment_key, resource_name, kind, content_hash)
  values (current_setting('app.tenant'), $1, $2, $3, $4);
select "process_definition_key", "version"
  from "process_definitions"
  where "process_definition_id" = $1 and "is_latest" = $2;
select "decision_requirements_key" as "decisionRequirementsKey", "name", "version"
  from "decision_requirements"
  where "decision_requirements_id" = $1 and "is_latest" = $2;
select "decision_definition_key" as "decisionDefinitionKey", "decision_definition_id" as "decisionDefinitionId", "name", "version"
  from "decision_definitions"
  where "decision_requirements_key" = $1;
select "form_key", "version"
  from "forms"
  where "form_id" = $1 and "is_latest" = $2;

-- findProcessVersion: by key
select t.process_definition_key as "processDefinitionKey", t.process_definition_id as "processDefinitionId", t.name, t.version, t.version_tag as "versionTag", t.resource_name as "resourceName", t.content_hash as "contentHash", t.model_hash as "modelHash", t.deployment_key as "deploymentKey", t.start_form as "startForm"
  from process_definitions t
  where "t"."process_definition_key" = $1
  order by t.version desc
  limit 1;

-- findProcessVersion: the latest
select t.process_definition_key as "processDefinitionKey", t.process_definition_id as "processDefinitionId", t.name, t.version, t.version_tag as "versionTag", t.resource_name as "resourceName", t.content_hash as "contentHash", t.model_hash as "modelHash", t.deployment_key as "deploymentKey", t.start_form as "startForm"
  from process_definitions t
  where "t"."process_definition_id" = $1 and t.is_latest
  order by t.version desc
  limit 1;

-- findDecisionVersion: by tag
select t.decision_definition_key as "decisionDefinitionKey", t.decision_definition_id as "decisionDefinitionId", t.name, t.version, t.decision_requirements_key as "decisionRequirementsKey", t.decision_requirements_id as "decisionRequirementsId", t.model_hash as "modelHash"
  from decision_definitions t
  where "t"."decision_definition_id" = $1 and t.version_tag = $2
  order by t.version desc
  limit 1;

-- findFormVersion: of the same deployment
select t.form_key as "formKey", t.form_id as "formId", t.version, t.tenant_id as "tenantId", c.content as schema
  from forms t
  join definition_contents c on c.tenant_id = t.tenant_id and c.hash = t.content_hash
  where "t"."form_id" = $1 and t.deployment_key = (select p.deployment_key
    from process_definitions p
    where p.process_definition_key = $2)
  order by t.version desc
  limit 1;

-- findForm
select "t"."form_key" as "formKey", "t"."form_id" as "formId", "t"."version" as "version", "t"."tenant_id" as "tenantId", "t"."content_hash" as "schema"
  from "forms" t
  where ("t"."form_key" = $1);
select "content"
  from "definition_contents"
  where "hash" = $1;

-- findResource
select d.*, c.content
  from ( select process_definition_key as "resourceKey", process_definition_id as "resourceId", resource_name as "resourceName", 'process' as kind, version, version_tag as "versionTag", tenant_id as "tenantId", content_hash
    from process_definitions
    where process_definition_key = $1
    union all select decision_requirements_key, decision_requirements_id, resource_name, 'requirements', version, null, tenant_id, content_hash
    from decision_requirements
    where decision_requirements_key = $2
    union all select d.decision_definition_key, d.decision_definition_id, r.resource_name, 'decision', d.version, d.version_tag, d.tenant_id, r.content_hash
    from decision_definitions d
    join decision_requirements r on r.decision_requirements_key = d.decision_requirements_key
    where d.decision_definition_key = $3
    union all select form_key, form_id, resource_name, 'form', version, version_tag, tenant_id, content_hash
    from forms
    where form_key = $4) d
  join definition_contents c on c.tenant_id = d."tenantId" and c.hash = d.content_hash;

-- timerStarts
select "timer_start_key" as "timerStartKey", "process_definition_key" as "processDefinitionKey", "process_definition_id" as "processDefinitionId", "element_id" as "elementId", "schedule"
  from "timer_starts"
  order by "timer_start_key";

-- latestProcesses
select "process_definition_key" as "processDefinitionKey", "process_definition_id" as "processDefinitionId", "name", "version", "version_tag" as "versionTag", "resource_name" as "resourceName", "content_hash" as "contentHash", "model_hash" as "modelHash", "deployment_key" as "deploymentKey", "start_form" as "startForm"
  from "process_definitions"
  where "is_latest" = $1 and "state" = $2
  order by "process_definition_id";

-- declareFilterable
delete
  from "filterable_variables"
  where "process_definition_id" = $1;
insert into filterable_variables (tenant_id, process_definition_id, name) select current_setting('app.tenant'), $1, n
  from unnest($2::text[]) n
  on conflict do nothing;

-- searchForms
select "t"."form_key" as "formKey", "t"."form_id" as "formId", "t"."version" as "version", "t"."tenant_id" as "tenantId", "t"."content_hash" as "contentHash"
  from "forms" t
  where (t.is_latest)
  order by "t"."form_key"
  limit $1 offset $2;
select count(*) as count
  from (select
    from "forms" t
    where (t.is_latest)
    limit $1) counted;
