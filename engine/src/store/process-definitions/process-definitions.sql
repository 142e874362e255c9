-- The statements of this folder, written by `node engine/scripts/write-statements.ts` and compared by a test.

-- searchProcessDefinitions
select "t"."process_definition_key" as "processDefinitionKey", "t"."process_definition_id" as "processDefinitionId", "t"."name" as "name", "t"."resource_name" as "resourceName", "t"."version" as "version", "t"."version_tag" as "versionTag", "t"."tenant_id" as "tenantId", "t"."has_start_form" as "hasStartForm", "t"."state" as "state"
  from "process_definitions" t
  where (t.is_latest and "t"."name" >= $1 and "t"."name" < $2 and "t"."name" like $3 and (("t"."process_definition_id" = any($4))))
  order by "t"."process_definition_key"
  limit $5 offset $6;
select count(*) as count
  from (select
    from "process_definitions" t
    where (t.is_latest and "t"."name" >= $1 and "t"."name" < $2 and "t"."name" like $3 and (("t"."process_definition_id" = any($4))))
    limit $5) counted;

-- findProcessDefinition
select "t"."process_definition_key" as "processDefinitionKey", "t"."process_definition_id" as "processDefinitionId", "t"."name" as "name", "t"."resource_name" as "resourceName", "t"."version" as "version", "t"."version_tag" as "versionTag", "t"."tenant_id" as "tenantId", "t"."has_start_form" as "hasStartForm", "t"."state" as "state"
  from "process_definitions" t
  where ("t"."process_definition_key" = $1);
