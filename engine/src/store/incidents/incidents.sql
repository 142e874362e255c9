-- The statements of this folder, written by `node engine/scripts/write-statements.ts` and compared by a test.

-- searchIncidents: open
select "t"."incident_key" as "incidentKey", "t"."process_definition_id" as "processDefinitionId", "t"."process_definition_key" as "processDefinitionKey", "t"."process_instance_key" as "processInstanceKey", "t"."root_process_instance_key" as "rootProcessInstanceKey", "t"."error_type" as "errorType", "t"."error_message" as "errorMessage", "t"."element_id" as "elementId", "t"."element_instance_key" as "elementInstanceKey", "t"."creation_time" as "creationTime", "t"."state" as "state", "t"."tenant_id" as "tenantId", "t"."job_key" as "jobKey"
  from "incidents" t
  where ("t"."state" = $1 and (("t"."process_definition_id" = any($2))))
  order by "t"."incident_key"
  limit $3 offset $4;
select count(*) as count
  from (select
    from "incidents" t
    where ("t"."state" = $1 and (("t"."process_definition_id" = any($2))))
    limit $3) counted;

-- searchIncidents: of an instance and what it called
select "t"."incident_key" as "incidentKey", "t"."process_definition_id" as "processDefinitionId", "t"."process_definition_key" as "processDefinitionKey", "t"."process_instance_key" as "processInstanceKey", "t"."root_process_instance_key" as "rootProcessInstanceKey", "t"."error_type" as "errorType", "t"."error_message" as "errorMessage", "t"."element_id" as "elementId", "t"."element_instance_key" as "elementInstanceKey", "t"."creation_time" as "creationTime", "t"."state" as "state", "t"."tenant_id" as "tenantId", "t"."job_key" as "jobKey"
  from "incidents" t
  where (t.process_instance_key in (with recursive called(key) as (select $1::bigint union all select i.process_instance_key from process_instances i join called on i.parent_process_instance_key = called.key) select key
      from called))
  order by "t"."incident_key"
  limit $2 offset $3;
select count(*) as count
  from (select
    from "incidents" t
    where (t.process_instance_key in (with recursive called(key) as (select $1::bigint union all select i.process_instance_key from process_instances i join called on i.parent_process_instance_key = called.key) select key from called))
    limit $2) counted;

-- findIncident
select "t"."incident_key" as "incidentKey", "t"."process_definition_id" as "processDefinitionId", "t"."process_definition_key" as "processDefinitionKey", "t"."process_instance_key" as "processInstanceKey", "t"."root_process_instance_key" as "rootProcessInstanceKey", "t"."error_type" as "errorType", "t"."error_message" as "errorMessage", "t"."element_id" as "elementId", "t"."element_instance_key" as "elementInstanceKey", "t"."creation_time" as "creationTime", "t"."state" as "state", "t"."tenant_id" as "tenantId", "t"."job_key" as "jobKey"
  from "incidents" t
  where ("t"."incident_key" = $1);
