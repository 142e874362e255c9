-- The statements of this folder, written by `node engine/scripts/write-statements.ts` and compared by a test.

-- searchProcessInstances: newest first
select "t"."process_instance_key" as "processInstanceKey", "t"."process_definition_id" as "processDefinitionId", "t"."process_definition_name" as "processDefinitionName", "t"."process_definition_version" as "processDefinitionVersion", "t"."process_definition_version_tag" as "processDefinitionVersionTag", "t"."process_definition_key" as "processDefinitionKey", "t"."start_date" as "startDate", "t"."end_date" as "endDate", "t"."state" as "state", "t"."has_incident" as "hasIncident", "t"."tenant_id" as "tenantId", "t"."parent_process_instance_key" as "parentProcessInstanceKey", "t"."parent_element_instance_key" as "parentElementInstanceKey", "t"."root_process_instance_key" as "rootProcessInstanceKey", "t"."tags" as "tags", "t"."business_id" as "businessId", "t"."started_by" as "startedBy"
  from "process_instances" t
  where ((("t"."process_definition_id" = any($1)) or ("t"."started_by" = any($2)))) and ("t"."start_date", "t"."process_instance_key") < ($3, $4)
  order by "t"."start_date" desc, "t"."process_instance_key" desc
  limit $5 offset $6;
select count(*) as count
  from (select
    from "process_instances" t
    where ((("t"."process_definition_id" = any($1)) or ("t"."started_by" = any($2))))
    limit $3) counted;

-- searchProcessInstances: mine
select "t"."process_instance_key" as "processInstanceKey", "t"."process_definition_id" as "processDefinitionId", "t"."process_definition_name" as "processDefinitionName", "t"."process_definition_version" as "processDefinitionVersion", "t"."process_definition_version_tag" as "processDefinitionVersionTag", "t"."process_definition_key" as "processDefinitionKey", "t"."start_date" as "startDate", "t"."end_date" as "endDate", "t"."state" as "state", "t"."has_incident" as "hasIncident", "t"."tenant_id" as "tenantId", "t"."parent_process_instance_key" as "parentProcessInstanceKey", "t"."parent_element_instance_key" as "parentElementInstanceKey", "t"."root_process_instance_key" as "rootProcessInstanceKey", "t"."tags" as "tags", "t"."business_id" as "businessId", "t"."started_by" as "startedBy"
  from "process_instances" t
  where ("t"."started_by" = $1 and "t"."state" = $2)
  order by "t"."process_instance_key"
  limit $3 offset $4;
select count(*) as count
  from (select
    from "process_instances" t
    where ("t"."started_by" = $1 and "t"."state" = $2)
    limit $3) counted;

-- searchProcessInstances: by a variable
select "t"."process_instance_key" as "processInstanceKey", "t"."process_definition_id" as "processDefinitionId", "t"."process_definition_name" as "processDefinitionName", "t"."process_definition_version" as "processDefinitionVersion", "t"."process_definition_version_tag" as "processDefinitionVersionTag", "t"."process_definition_key" as "processDefinitionKey", "t"."start_date" as "startDate", "t"."end_date" as "endDate", "t"."state" as "state", "t"."has_incident" as "hasIncident", "t"."tenant_id" as "tenantId", "t"."parent_process_instance_key" as "parentProcessInstanceKey", "t"."parent_element_instance_key" as "parentElementInstanceKey", "t"."root_process_instance_key" as "rootProcessInstanceKey", "t"."tags" as "tags", "t"."business_id" as "businessId", "t"."started_by" as "startedBy"
  from "process_instances" t
  where ((exists (select from variables v where v.process_instance_key = "t"."process_instance_key" and v.scope_key = "t"."process_instance_key" and v.name = $1 and ("v"."filter_value" = $2))))
  order by "t"."process_instance_key"
  limit $3 offset $4;
select count(*) as count
  from (select
    from "process_instances" t
    where ((exists (select from variables v where v.process_instance_key = "t"."process_instance_key" and v.scope_key = "t"."process_instance_key" and v.name = $1 and ("v"."filter_value" = $2))))
    limit $3) counted;

-- searchProcessInstances: with incidents
select "t"."process_instance_key" as "processInstanceKey", "t"."process_definition_id" as "processDefinitionId", "t"."process_definition_name" as "processDefinitionName", "t"."process_definition_version" as "processDefinitionVersion", "t"."process_definition_version_tag" as "processDefinitionVersionTag", "t"."process_definition_key" as "processDefinitionKey", "t"."start_date" as "startDate", "t"."end_date" as "endDate", "t"."state" as "state", "t"."has_incident" as "hasIncident", "t"."tenant_id" as "tenantId", "t"."parent_process_instance_key" as "parentProcessInstanceKey", "t"."parent_element_instance_key" as "parentElementInstanceKey", "t"."root_process_instance_key" as "rootProcessInstanceKey", "t"."tags" as "tags", "t"."business_id" as "businessId", "t"."started_by" as "startedBy"
  from "process_instances" t
  where ("t"."has_incident" = $1)
  order by "t"."process_instance_key"
  limit $2 offset $3;
select count(*) as count
  from (select
    from "process_instances" t
    where ("t"."has_incident" = $1)
    limit $2) counted;

-- searchProcessInstances: called by one
select "t"."process_instance_key" as "processInstanceKey", "t"."process_definition_id" as "processDefinitionId", "t"."process_definition_name" as "processDefinitionName", "t"."process_definition_version" as "processDefinitionVersion", "t"."process_definition_version_tag" as "processDefinitionVersionTag", "t"."process_definition_key" as "processDefinitionKey", "t"."start_date" as "startDate", "t"."end_date" as "endDate", "t"."state" as "state", "t"."has_incident" as "hasIncident", "t"."tenant_id" as "tenantId", "t"."parent_process_instance_key" as "parentProcessInstanceKey", "t"."parent_element_instance_key" as "parentElementInstanceKey", "t"."root_process_instance_key" as "rootProcessInstanceKey", "t"."tags" as "tags", "t"."business_id" as "businessId", "t"."started_by" as "startedBy"
  from "process_instances" t
  where ("t"."parent_process_instance_key" = $1)
  order by "t"."process_instance_key"
  limit $2 offset $3;
select count(*) as count
  from (select
    from "process_instances" t
    where ("t"."parent_process_instance_key" = $1)
    limit $2) counted;

-- findProcessInstance
select "t"."process_instance_key" as "processInstanceKey", "t"."process_definition_id" as "processDefinitionId", "t"."process_definition_name" as "processDefinitionName", "t"."process_definition_version" as "processDefinitionVersion", "t"."process_definition_version_tag" as "processDefinitionVersionTag", "t"."process_definition_key" as "processDefinitionKey", "t"."start_date" as "startDate", "t"."end_date" as "endDate", "t"."state" as "state", "t"."has_incident" as "hasIncident", "t"."tenant_id" as "tenantId", "t"."parent_process_instance_key" as "parentProcessInstanceKey", "t"."parent_element_instance_key" as "parentElementInstanceKey", "t"."root_process_instance_key" as "rootProcessInstanceKey", "t"."tags" as "tags", "t"."business_id" as "businessId", "t"."started_by" as "startedBy"
  from "process_instances" t
  where ("t"."process_instance_key" = $1 and (("t"."process_definition_id" = any($2))));

-- callHierarchy
with recursive callers(process_instance_key, depth) as ( select $1::bigint, 0
    union all select i.parent_process_instance_key, c.depth + 1
    from callers c
    join process_instances i on i.process_instance_key = c.process_instance_key
    where i.parent_process_instance_key is not null ) select i.process_instance_key as "processInstanceKey", i.process_definition_key as "processDefinitionKey", coalesce(i.process_definition_name, i.process_definition_id) as "processDefinitionName"
  from callers c
  join process_instances i on i.process_instance_key = c.process_instance_key
  order by c.depth desc;

-- flowsTaken
select "flows_taken"
  from "process_instances"
  where "process_instance_key" = $1;

-- findRunnable
select "process_definition_key", "model_hash", "state", "parent_process_instance_key", "parent_element_instance_key"
  from "process_instances"
  where "process_instance_key" = $1;

-- activeInstances
select "process_instance_key"
  from "process_instances"
  where "state" = $1 and "process_instance_key" > $2
  order by "process_instance_key"
  limit $3;

-- countActiveInstances
select count(*) as "count"
  from "process_instances"
  where "state" = $1;
