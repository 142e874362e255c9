-- The statements of this folder, written by `node engine/scripts/write-statements.ts` and compared by a test.

-- searchUserTasks: of a group, newest first
select "t"."user_task_key" as "userTaskKey", "t"."name" as "name", "t"."state" as "state", "t"."assignee" as "assignee", "t"."element_id" as "elementId", "t"."element_instance_key" as "elementInstanceKey", "t"."candidate_groups" as "candidateGroups", "t"."candidate_users" as "candidateUsers", "t"."process_definition_id" as "processDefinitionId", "t"."process_definition_key" as "processDefinitionKey", "t"."process_definition_version" as "processDefinitionVersion", "t"."process_name" as "processName", "t"."process_instance_key" as "processInstanceKey", "t"."root_process_instance_key" as "rootProcessInstanceKey", "t"."creation_date" as "creationDate", "t"."completion_date" as "completionDate", "t"."follow_up_date" as "followUpDate", "t"."due_date" as "dueDate", "t"."tenant_id" as "tenantId", "t"."form_key" as "formKey", "t"."external_form_reference" as "externalFormReference", "t"."custom_headers" as "customHeaders", "t"."priority" as "priority", "t"."tags" as "tags"
  from "user_tasks" t
  where ("t"."state" = $1 and exists (select
      from user_task_candidates c
      where c.user_task_key = t.user_task_key and c.candidate_type = $2 and ("c"."candidate" = $3)))
  order by "t"."creation_date" desc, "t"."user_task_key" desc
  limit $4 offset $5;
select count(*) as count
  from (select
    from "user_tasks" t
    where ("t"."state" = $1 and exists (select from user_task_candidates c where c.user_task_key = t.user_task_key and c.candidate_type = $2 and ("c"."candidate" = $3)))
    limit $4) counted;

-- searchUserTasks: what somebody may see
select "t"."user_task_key" as "userTaskKey", "t"."name" as "name", "t"."state" as "state", "t"."assignee" as "assignee", "t"."element_id" as "elementId", "t"."element_instance_key" as "elementInstanceKey", "t"."candidate_groups" as "candidateGroups", "t"."candidate_users" as "candidateUsers", "t"."process_definition_id" as "processDefinitionId", "t"."process_definition_key" as "processDefinitionKey", "t"."process_definition_version" as "processDefinitionVersion", "t"."process_name" as "processName", "t"."process_instance_key" as "processInstanceKey", "t"."root_process_instance_key" as "rootProcessInstanceKey", "t"."creation_date" as "creationDate", "t"."completion_date" as "completionDate", "t"."follow_up_date" as "followUpDate", "t"."due_date" as "dueDate", "t"."tenant_id" as "tenantId", "t"."form_key" as "formKey", "t"."external_form_reference" as "externalFormReference", "t"."custom_headers" as "customHeaders", "t"."priority" as "priority", "t"."tags" as "tags"
  from "user_tasks" t
  where ("t"."state" = $1 and (("t"."process_definition_id" = any($2) and (exists (select from user_task_candidates c where c.user_task_key = t.user_task_key and c.candidate_type = $3 and (c.candidate = any($4))) or not exists (select from user_task_candidates c where c.user_task_key = t.user_task_key and c.candidate_type = $5 and true))) or ("t"."assignee" = any($6) and exists (select from variables v where v.scope_key = "t"."process_instance_key" and v.name = $7 and "v"."value" = any($8)))) and not coalesce(("t"."started_by" = any($9)), false))
  order by "t"."user_task_key"
  limit $10 offset $11;
select count(*) as count
  from (select
    from "user_tasks" t
    where ("t"."state" = $1 and (("t"."process_definition_id" = any($2) and (exists (select from user_task_candidates c where c.user_task_key = t.user_task_key and c.candidate_type = $3 and (c.candidate = any($4))) or not exists (select from user_task_candidates c where c.user_task_key = t.user_task_key and c.candidate_type = $5 and true))) or ("t"."assignee" = any($6) and exists (select from variables v where v.scope_key = "t"."process_instance_key" and v.name = $7 and "v"."value" = any($8)))) and not coalesce(("t"."started_by" = any($9)), false))
    limit $10) counted;

-- searchUserTasks: by a variable
select "t"."user_task_key" as "userTaskKey", "t"."name" as "name", "t"."state" as "state", "t"."assignee" as "assignee", "t"."element_id" as "elementId", "t"."element_instance_key" as "elementInstanceKey", "t"."candidate_groups" as "candidateGroups", "t"."candidate_users" as "candidateUsers", "t"."process_definition_id" as "processDefinitionId", "t"."process_definition_key" as "processDefinitionKey", "t"."process_definition_version" as "processDefinitionVersion", "t"."process_name" as "processName", "t"."process_instance_key" as "processInstanceKey", "t"."root_process_instance_key" as "rootProcessInstanceKey", "t"."creation_date" as "creationDate", "t"."completion_date" as "completionDate", "t"."follow_up_date" as "followUpDate", "t"."due_date" as "dueDate", "t"."tenant_id" as "tenantId", "t"."form_key" as "formKey", "t"."external_form_reference" as "externalFormReference", "t"."custom_headers" as "customHeaders", "t"."priority" as "priority", "t"."tags" as "tags"
  from "user_tasks" t
  where ((exists (select from variables v where v.process_instance_key = "t"."process_instance_key" and v.scope_key = "t"."process_instance_key" and v.name = $1 and ("v"."filter_value" = $2))))
  order by "t"."user_task_key"
  limit $3 offset $4;
select count(*) as count
  from (select
    from "user_tasks" t
    where ((exists (select from variables v where v.process_instance_key = "t"."process_instance_key" and v.scope_key = "t"."process_instance_key" and v.name = $1 and ("v"."filter_value" = $2))))
    limit $3) counted;

-- searchUserTasks: of an instance
select "t"."user_task_key" as "userTaskKey", "t"."name" as "name", "t"."state" as "state", "t"."assignee" as "assignee", "t"."element_id" as "elementId", "t"."element_instance_key" as "elementInstanceKey", "t"."candidate_groups" as "candidateGroups", "t"."candidate_users" as "candidateUsers", "t"."process_definition_id" as "processDefinitionId", "t"."process_definition_key" as "processDefinitionKey", "t"."process_definition_version" as "processDefinitionVersion", "t"."process_name" as "processName", "t"."process_instance_key" as "processInstanceKey", "t"."root_process_instance_key" as "rootProcessInstanceKey", "t"."creation_date" as "creationDate", "t"."completion_date" as "completionDate", "t"."follow_up_date" as "followUpDate", "t"."due_date" as "dueDate", "t"."tenant_id" as "tenantId", "t"."form_key" as "formKey", "t"."external_form_reference" as "externalFormReference", "t"."custom_headers" as "customHeaders", "t"."priority" as "priority", "t"."tags" as "tags"
  from "user_tasks" t
  where ("t"."process_instance_key" = $1)
  order by "t"."user_task_key"
  limit $2 offset $3;
select count(*) as count
  from (select
    from "user_tasks" t
    where ("t"."process_instance_key" = $1)
    limit $2) counted;

-- searchUserTasks: assigned to somebody
select "t"."user_task_key" as "userTaskKey", "t"."name" as "name", "t"."state" as "state", "t"."assignee" as "assignee", "t"."element_id" as "elementId", "t"."element_instance_key" as "elementInstanceKey", "t"."candidate_groups" as "candidateGroups", "t"."candidate_users" as "candidateUsers", "t"."process_definition_id" as "processDefinitionId", "t"."process_definition_key" as "processDefinitionKey", "t"."process_definition_version" as "processDefinitionVersion", "t"."process_name" as "processName", "t"."process_instance_key" as "processInstanceKey", "t"."root_process_instance_key" as "rootProcessInstanceKey", "t"."creation_date" as "creationDate", "t"."completion_date" as "completionDate", "t"."follow_up_date" as "followUpDate", "t"."due_date" as "dueDate", "t"."tenant_id" as "tenantId", "t"."form_key" as "formKey", "t"."external_form_reference" as "externalFormReference", "t"."custom_headers" as "customHeaders", "t"."priority" as "priority", "t"."tags" as "tags"
  from "user_tasks" t
  where ("t"."assignee" = $1)
  order by "t"."user_task_key"
  limit $2 offset $3;
select count(*) as count
  from (select
    from "user_tasks" t
    where ("t"."assignee" = $1)
    limit $2) counted;

-- findUserTask
select "t"."user_task_key" as "userTaskKey", "t"."name" as "name", "t"."state" as "state", "t"."assignee" as "assignee", "t"."element_id" as "elementId", "t"."element_instance_key" as "elementInstanceKey", "t"."candidate_groups" as "candidateGroups", "t"."candidate_users" as "candidateUsers", "t"."process_definition_id" as "processDefinitionId", "t"."process_definition_key" as "processDefinitionKey", "t"."process_definition_version" as "processDefinitionVersion", "t"."process_name" as "processName", "t"."process_instance_key" as "processInstanceKey", "t"."root_process_instance_key" as "rootProcessInstanceKey", "t"."creation_date" as "creationDate", "t"."completion_date" as "completionDate", "t"."follow_up_date" as "followUpDate", "t"."due_date" as "dueDate", "t"."tenant_id" as "tenantId", "t"."form_key" as "formKey", "t"."external_form_reference" as "externalFormReference", "t"."custom_headers" as "customHeaders", "t"."priority" as "priority", "t"."tags" as "tags"
  from "user_tasks" t
  where ("t"."user_task_key" = $1 and (("t"."process_definition_id" = any($2) and (exists (select from user_task_candidates c where c.user_task_key = t.user_task_key and c.candidate_type = $3 and (c.candidate = any($4))) or not exists (select from user_task_candidates c where c.user_task_key = t.user_task_key and c.candidate_type = $5 and true))) or ("t"."assignee" = any($6) and exists (select from variables v where v.scope_key = "t"."process_instance_key" and v.name = $7 and "v"."value" = any($8)))) and not coalesce(("t"."started_by" = any($9)), false));

-- findTaskBackground
select "business_id" as "businessId", "started_by" as "startedBy", "action", "form_hash" as "formHash", "form_missing" as "formMissing"
  from "user_tasks"
  where "user_task_key" = $1;

-- openTasksFor: due first
select "t"."user_task_key" as "userTaskKey", "t"."name" as "name", "t"."state" as "state", "t"."assignee" as "assignee", "t"."element_id" as "elementId", "t"."element_instance_key" as "elementInstanceKey", "t"."candidate_groups" as "candidateGroups", "t"."candidate_users" as "candidateUsers", "t"."process_definition_id" as "processDefinitionId", "t"."process_definition_key" as "processDefinitionKey", "t"."process_definition_version" as "processDefinitionVersion", "t"."process_name" as "processName", "t"."process_instance_key" as "processInstanceKey", "t"."root_process_instance_key" as "rootProcessInstanceKey", "t"."creation_date" as "creationDate", "t"."completion_date" as "completionDate", "t"."follow_up_date" as "followUpDate", "t"."due_date" as "dueDate", "t"."tenant_id" as "tenantId", "t"."form_key" as "formKey", "t"."external_form_reference" as "externalFormReference", "t"."custom_headers" as "customHeaders", "t"."priority" as "priority", "t"."tags" as "tags", t.business_id as "businessId", t.started_by as "startedBy", "t"."due_order"::text as "due_order", "t"."user_task_key"::text as "user_task_key"
  from (select distinct *
    from ((select "t"."due_order", "t"."user_task_key" from user_tasks t where t.assignee = $1 and t.state = 'CREATED' and true order by "t"."due_order", "t"."user_task_key" limit $2)
      union all (select o.* from unnest($3::text[], $4::text[]) g(type, id) cross join lateral (select "c"."due_order", "c"."user_task_key" from user_task_candidates c where (c.candidate_type = g.type and c.candidate = g.id and c.is_open and not c.is_assigned) order by "c"."due_order", "c"."user_task_key" limit $5) o)) merged
    order by "merged"."due_order", "merged"."user_task_key"
    limit $6 offset $7) page
  join user_tasks t on t.user_task_key = page.user_task_key
  order by "page"."due_order", "page"."user_task_key";
with found as materialized (select user_task_key
    from ((select "t"."user_task_key" from user_tasks t where t.assignee = $1 and t.state = 'CREATED' and true limit $2)
      union all (select o.* from unnest($3::text[], $4::text[]) g(type, id) cross join lateral (select "c"."user_task_key" from user_task_candidates c where (c.candidate_type = g.type and c.candidate = g.id and c.is_open and not c.is_assigned) limit $5) o)) merged
    limit $6) select (select count(*)
    from found) as seen, (select count(*) as count
    from (select distinct user_task_key
      from found) d) as count;

-- openTasksFor: due first, a later page
select "t"."user_task_key" as "userTaskKey", "t"."name" as "name", "t"."state" as "state", "t"."assignee" as "assignee", "t"."element_id" as "elementId", "t"."element_instance_key" as "elementInstanceKey", "t"."candidate_groups" as "candidateGroups", "t"."candidate_users" as "candidateUsers", "t"."process_definition_id" as "processDefinitionId", "t"."process_definition_key" as "processDefinitionKey", "t"."process_definition_version" as "processDefinitionVersion", "t"."process_name" as "processName", "t"."process_instance_key" as "processInstanceKey", "t"."root_process_instance_key" as "rootProcessInstanceKey", "t"."creation_date" as "creationDate", "t"."completion_date" as "completionDate", "t"."follow_up_date" as "followUpDate", "t"."due_date" as "dueDate", "t"."tenant_id" as "tenantId", "t"."form_key" as "formKey", "t"."external_form_reference" as "externalFormReference", "t"."custom_headers" as "customHeaders", "t"."priority" as "priority", "t"."tags" as "tags", t.business_id as "businessId", t.started_by as "startedBy", "t"."due_order"::text as "due_order", "t"."user_task_key"::text as "user_task_key"
  from (select distinct *
    from ((select "t"."due_order", "t"."user_task_key" from user_tasks t where t.assignee = $1 and t.state = 'CREATED' and (("t"."due_order", "t"."user_task_key") > ($2, $3)) order by "t"."due_order", "t"."user_task_key" limit $4)
      union all (select o.* from unnest($5::text[], $6::text[]) g(type, id) cross join lateral (select "c"."due_order", "c"."user_task_key" from user_task_candidates c where (c.candidate_type = g.type and c.candidate = g.id and c.is_open and not c.is_assigned and ("c"."due_order", "c"."user_task_key") > ($7, $8)) order by "c"."due_order", "c"."user_task_key" limit $9) o)) merged
    order by "merged"."due_order", "merged"."user_task_key"
    limit $10 offset $11) page
  join user_tasks t on t.user_task_key = page.user_task_key
  order by "page"."due_order", "page"."user_task_key";
with found as materialized (select user_task_key
    from ((select "t"."user_task_key" from user_tasks t where t.assignee = $1 and t.state = 'CREATED' and true limit $2)
      union all (select o.* from unnest($3::text[], $4::text[]) g(type, id) cross join lateral (select "c"."user_task_key" from user_task_candidates c where (c.candidate_type = g.type and c.candidate = g.id and c.is_open and not c.is_assigned) limit $5) o)) merged
    limit $6) select (select count(*)
    from found) as seen, (select count(*) as count
    from (select distinct user_task_key
      from found) d) as count;

-- openTasksFor: by priority
select "t"."user_task_key" as "userTaskKey", "t"."name" as "name", "t"."state" as "state", "t"."assignee" as "assignee", "t"."element_id" as "elementId", "t"."element_instance_key" as "elementInstanceKey", "t"."candidate_groups" as "candidateGroups", "t"."candidate_users" as "candidateUsers", "t"."process_definition_id" as "processDefinitionId", "t"."process_definition_key" as "processDefinitionKey", "t"."process_definition_version" as "processDefinitionVersion", "t"."process_name" as "processName", "t"."process_instance_key" as "processInstanceKey", "t"."root_process_instance_key" as "rootProcessInstanceKey", "t"."creation_date" as "creationDate", "t"."completion_date" as "completionDate", "t"."follow_up_date" as "followUpDate", "t"."due_date" as "dueDate", "t"."tenant_id" as "tenantId", "t"."form_key" as "formKey", "t"."external_form_reference" as "externalFormReference", "t"."custom_headers" as "customHeaders", "t"."priority" as "priority", "t"."tags" as "tags", t.business_id as "businessId", t.started_by as "startedBy", "t"."urgency"::text as "urgency", "t"."due_order"::text as "due_order", "t"."user_task_key"::text as "user_task_key"
  from (select distinct *
    from ((select o.* from unnest($1::text[], $2::text[]) g(type, id) cross join lateral (select "c"."urgency", "c"."due_order", "c"."user_task_key" from user_task_candidates c where (c.candidate_type = g.type and c.candidate = g.id and c.is_open and not c.is_assigned) order by "c"."urgency", "c"."due_order", "c"."user_task_key" limit $3) o)) merged
    order by "merged"."urgency", "merged"."due_order", "merged"."user_task_key"
    limit $4 offset $5) page
  join user_tasks t on t.user_task_key = page.user_task_key
  order by "page"."urgency", "page"."due_order", "page"."user_task_key";
with found as materialized (select user_task_key
    from ((select o.* from unnest($1::text[], $2::text[]) g(type, id) cross join lateral (select "c"."user_task_key" from user_task_candidates c where (c.candidate_type = g.type and c.candidate = g.id and c.is_open and not c.is_assigned) limit $3) o)) merged
    limit $4) select (select count(*)
    from found) as seen, (select count(*) as count
    from (select distinct user_task_key
      from found) d) as count;

-- openTasksFor: newest first
select "t"."user_task_key" as "userTaskKey", "t"."name" as "name", "t"."state" as "state", "t"."assignee" as "assignee", "t"."element_id" as "elementId", "t"."element_instance_key" as "elementInstanceKey", "t"."candidate_groups" as "candidateGroups", "t"."candidate_users" as "candidateUsers", "t"."process_definition_id" as "processDefinitionId", "t"."process_definition_key" as "processDefinitionKey", "t"."process_definition_version" as "processDefinitionVersion", "t"."process_name" as "processName", "t"."process_instance_key" as "processInstanceKey", "t"."root_process_instance_key" as "rootProcessInstanceKey", "t"."creation_date" as "creationDate", "t"."completion_date" as "completionDate", "t"."follow_up_date" as "followUpDate", "t"."due_date" as "dueDate", "t"."tenant_id" as "tenantId", "t"."form_key" as "formKey", "t"."external_form_reference" as "externalFormReference", "t"."custom_headers" as "customHeaders", "t"."priority" as "priority", "t"."tags" as "tags", t.business_id as "businessId", t.started_by as "startedBy", "t"."creation_date"::text as "creation_date", "t"."user_task_key"::text as "user_task_key"
  from (select distinct *
    from ((select o.* from unnest($1::text[], $2::text[]) g(type, id) cross join lateral (select "c"."creation_date", "c"."user_task_key" from user_task_candidates c where (c.candidate_type = g.type and c.candidate = g.id and c.is_open and not c.is_assigned) order by "c"."creation_date" desc, "c"."user_task_key" desc limit $3) o)) merged
    order by "merged"."creation_date" desc, "merged"."user_task_key" desc
    limit $4 offset $5) page
  join user_tasks t on t.user_task_key = page.user_task_key
  order by "page"."creation_date" desc, "page"."user_task_key" desc;
with found as materialized (select user_task_key
    from ((select o.* from unnest($1::text[], $2::text[]) g(type, id) cross join lateral (select "c"."user_task_key" from user_task_candidates c where (c.candidate_type = g.type and c.candidate = g.id and c.is_open and not c.is_assigned) limit $3) o)) merged
    limit $4) select (select count(*)
    from found) as seen, (select count(*) as count
    from (select distinct user_task_key
      from found) d) as count;

-- openTasksFor: by a variable
select "t"."user_task_key" as "userTaskKey", "t"."name" as "name", "t"."state" as "state", "t"."assignee" as "assignee", "t"."element_id" as "elementId", "t"."element_instance_key" as "elementInstanceKey", "t"."candidate_groups" as "candidateGroups", "t"."candidate_users" as "candidateUsers", "t"."process_definition_id" as "processDefinitionId", "t"."process_definition_key" as "processDefinitionKey", "t"."process_definition_version" as "processDefinitionVersion", "t"."process_name" as "processName", "t"."process_instance_key" as "processInstanceKey", "t"."root_process_instance_key" as "rootProcessInstanceKey", "t"."creation_date" as "creationDate", "t"."completion_date" as "completionDate", "t"."follow_up_date" as "followUpDate", "t"."due_date" as "dueDate", "t"."tenant_id" as "tenantId", "t"."form_key" as "formKey", "t"."external_form_reference" as "externalFormReference", "t"."custom_headers" as "customHeaders", "t"."priority" as "priority", "t"."tags" as "tags", t.business_id as "businessId", t.started_by as "startedBy", "t"."due_order"::text as "due_order", "t"."user_task_key"::text as "user_task_key"
  from (select distinct *
    from ((select o.* from unnest($1::text[], $2::text[]) g(type, id) cross join lateral (select "c"."due_order", "c"."user_task_key" from user_task_variables v join user_task_candidates c on c.user_task_key = v.user_task_key where v.candidate_type = g.type and v.candidate = g.id and v.name = $3 and v.value = $4 and (c.candidate_type = g.type and c.candidate = g.id and c.is_open and not c.is_assigned) order by "v"."due_order", "v"."user_task_key" limit $5) o)) merged
    order by "merged"."due_order", "merged"."user_task_key"
    limit $6 offset $7) page
  join user_tasks t on t.user_task_key = page.user_task_key
  order by "page"."due_order", "page"."user_task_key";
with found as materialized (select user_task_key
    from ((select o.* from unnest($1::text[], $2::text[]) g(type, id) cross join lateral (select "c"."user_task_key" from user_task_variables v join user_task_candidates c on c.user_task_key = v.user_task_key where v.candidate_type = g.type and v.candidate = g.id and v.name = $3 and v.value = $4 and (c.candidate_type = g.type and c.candidate = g.id and c.is_open and not c.is_assigned) limit $5) o)) merged
    limit $6) select (select count(*)
    from found) as seen, (select count(*) as count
    from (select distinct user_task_key
      from found) d) as count;

-- openTasksFor: by words, under a rule
select "t"."user_task_key" as "userTaskKey", "t"."name" as "name", "t"."state" as "state", "t"."assignee" as "assignee", "t"."element_id" as "elementId", "t"."element_instance_key" as "elementInstanceKey", "t"."candidate_groups" as "candidateGroups", "t"."candidate_users" as "candidateUsers", "t"."process_definition_id" as "processDefinitionId", "t"."process_definition_key" as "processDefinitionKey", "t"."process_definition_version" as "processDefinitionVersion", "t"."process_name" as "processName", "t"."process_instance_key" as "processInstanceKey", "t"."root_process_instance_key" as "rootProcessInstanceKey", "t"."creation_date" as "creationDate", "t"."completion_date" as "completionDate", "t"."follow_up_date" as "followUpDate", "t"."due_date" as "dueDate", "t"."tenant_id" as "tenantId", "t"."form_key" as "formKey", "t"."external_form_reference" as "externalFormReference", "t"."custom_headers" as "customHeaders", "t"."priority" as "priority", "t"."tags" as "tags", t.business_id as "businessId", t.started_by as "startedBy", "t"."due_order"::text as "due_order", "t"."user_task_key"::text as "user_task_key"
  from (select distinct *
    from ((select "t"."due_order", "t"."user_task_key" from user_tasks t where t.assignee = $1 and t.state = 'CREATED' and ("t"."process_definition_id" = $2 and (t.name ilike $3 or t.process_name ilike $4 or t.business_id ilike $5 or exists (select from variables v where v.scope_key = t.process_instance_key and v.name = 'title' and v.value ilike $6)) and (("t"."process_definition_id" = any($7)))) order by "t"."due_order", "t"."user_task_key" limit $8)
      union all (select o.* from unnest($9::text[], $10::text[]) g(type, id) cross join lateral (select "c"."due_order", "c"."user_task_key" from user_task_candidates c join user_tasks t on t.user_task_key = c.user_task_key where (c.candidate_type = g.type and c.candidate = g.id and c.is_open and not c.is_assigned and "c"."process_definition_id" = $11 and (t.name ilike $12 or t.process_name ilike $13 or t.business_id ilike $14 or exists (select from variables v where v.scope_key = t.process_instance_key and v.name = 'title' and v.value ilike $15)) and (("t"."process_definition_id" = any($16)))) order by "c"."due_order", "c"."user_task_key" limit $17) o)) merged
    order by "merged"."due_order", "merged"."user_task_key"
    limit $18 offset $19) page
  join user_tasks t on t.user_task_key = page.user_task_key
  order by "page"."due_order", "page"."user_task_key";
with found as materialized (select user_task_key
    from ((select "t"."user_task_key" from user_tasks t where t.assignee = $1 and t.state = 'CREATED' and ("t"."process_definition_id" = $2 and (t.name ilike $3 or t.process_name ilike $4 or t.business_id ilike $5 or exists (select from variables v where v.scope_key = t.process_instance_key and v.name = 'title' and v.value ilike $6)) and (("t"."process_definition_id" = any($7)))) limit $8)
      union all (select o.* from unnest($9::text[], $10::text[]) g(type, id) cross join lateral (select "c"."user_task_key" from user_task_candidates c join user_tasks t on t.user_task_key = c.user_task_key where (c.candidate_type = g.type and c.candidate = g.id and c.is_open and not c.is_assigned and "c"."process_definition_id" = $11 and (t.name ilike $12 or t.process_name ilike $13 or t.business_id ilike $14 or exists (select from variables v where v.scope_key = t.process_instance_key and v.name = 'title' and v.value ilike $15)) and (("t"."process_definition_id" = any($16)))) limit $17) o)) merged
    limit $18) select (select count(*)
    from found) as seen, (select count(*) as count
    from (select distinct user_task_key
      from found) d) as count;

-- countOpenTasksFor
with found as materialized (select user_task_key
    from ((select "t"."user_task_key" from user_tasks t where t.assignee = $1 and t.state = 'CREATED' and ("t"."due_order" < $2) limit $3)
      union all (select o.* from unnest($4::text[], $5::text[]) g(type, id) cross join lateral (select "c"."user_task_key" from user_task_candidates c where (c.candidate_type = g.type and c.candidate = g.id and c.is_open and not c.is_assigned and "c"."due_order" < $6) limit $7) o)) merged
    limit $8) select (select count(*)
    from found) as seen, (select count(*) as count
    from (select distinct user_task_key
      from found) d) as count;

-- countOfferedByGroup
select g.id as "group", offered.count
  from unnest($1::text[]) g(id)
  cross
  join lateral (select count(*)::integer as count
    from ( select
      from user_task_candidates c
      where c.candidate_type = 'group' and c.candidate = g.id and c.is_open and not c.is_assigned
      limit $2) o) offered;

-- assignUserTask
select "user_task_key", "state", "assignee", "name", "element_id", "element_instance_key", "process_instance_key", "root_process_instance_key", "process_definition_key", "process_definition_id", "candidate_groups", "candidate_users", "due_date", "follow_up_date", "priority"
  from "user_tasks"
  where "user_task_key" = $1 for update;
update "user_tasks"
  set "assignee" = $1
  where "user_task_key" = $2;
update "user_task_candidates"
  set "assignee" = $1
  where "user_task_key" = $2;
select append_audit(jsonb_populate_record(jsonb_populate_record(null::audit_log, jsonb_build_object('tenant_id', current_setting('app.tenant'))), $1::jsonb), $2::jsonb);

-- updateUserTask
select "user_task_key", "state", "assignee", "name", "element_id", "element_instance_key", "process_instance_key", "root_process_instance_key", "process_definition_key", "process_definition_id", "candidate_groups", "candidate_users", "due_date", "follow_up_date", "priority"
  from "user_tasks"
  where "user_task_key" = $1 for update;
update "user_tasks"
  set "due_date" = $1, "follow_up_date" = $2, "candidate_groups" = $3, "candidate_users" = $4, "priority" = $5
  where "user_task_key" = $6;
select reindex_user_task(t)
  from user_tasks t
  where t.user_task_key = $1;
select append_audit(jsonb_populate_record(jsonb_populate_record(null::audit_log, jsonb_build_object('tenant_id', current_setting('app.tenant'))), $1::jsonb), $2::jsonb);
