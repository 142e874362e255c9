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

-- drawNumber
select nextval('key_sequence')::text as number;

-- recordOfInstance
select a.position, a.at, a.actor_type, a.actor_id, a.actor_name, a.entity_type, a.operation_type, a.entity_description, a.new_value, a.reason, a.request_id, a.details, t.user_task_key as "userTaskKey", t.element_id as "elementId", t.name, t.action, t.form_hash as "formHash"
  from audit_log a
  left
  join user_tasks t on a.operation_type = 'COMPLETE' and a.entity_type = 'USER_TASK' and t.user_task_key = a.user_task_key
  where a.process_instance_key = $1 and a.stream = $2 and (a.entity_type = 'VARIABLE' or (a.entity_type = 'USER_TASK' and a.operation_type = 'COMPLETE') or (a.entity_type = 'PROCESS_INSTANCE' and a.operation_type in ('CREATE', 'CANCEL')))
  order by a.position;

-- subjectsOf
select "scope_key", "value"
  from "variables"
  where "scope_key" in ($1) and "name" = $2;

-- waitingTasks
with recursive family(root, key) as ( select k, k
    from unnest($1::bigint[]) k
    union all select f.root, i.process_instance_key
    from family f
    join process_instances i on i.parent_process_instance_key = f.key
    where i.state = 'ACTIVE' ) select f.root as "rootKey", t.user_task_key as "userTaskKey", t.element_id as "elementId", t.name, t.creation_date as since, t.due_date as "dueDate", t.assignee, t.candidate_groups as "candidateGroups", t.candidate_users as "candidateUsers"
  from family f
  join user_tasks t on t.process_instance_key = f.key
  where t.state = 'CREATED'
  order by t.user_task_key;
