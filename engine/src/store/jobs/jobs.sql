-- The statements of this folder, written by `node engine/scripts/write-statements.ts` and compared by a test.

-- activateJobs
with taken as (select a.job_key
    from jobs a
    where a.tenant_id = current_setting('app.tenant') and a.type = $1 and a.end_time is null and a.retries > 0 and a.activatable_at <= tenant_now()
    order by a.activatable_at, a.job_key
    limit $2 for update skip locked) update jobs j
  set worker = $3, deadline = tenant_now() + $4 * interval '1 millisecond', activatable_at = tenant_now() + $5 * interval '1 millisecond', last_update_time = tenant_now()
  from taken
  where j.tenant_id = current_setting('app.tenant') and j.job_key = taken.job_key
  returning j.job_key, j.kind, j.type, j.worker, j.retries, j.deadline, j.custom_headers, j.element_id, j.element_instance_key, j.process_instance_key, j.root_process_instance_key, j.process_definition_key, j.process_definition_id, j.process_definition_version, j.tenant_id;
with recursive scopes(element, key, scope_key, depth) as ( select e.element_instance_key, e.element_instance_key, e.scope_key, 0
    from element_instances e
    where e.element_instance_key = any($1::bigint[])
    union all select s.element, e.element_instance_key, e.scope_key, s.depth + 1
    from scopes s
    join element_instances e on e.element_instance_key = s.scope_key ) select distinct on (s.element, v.name) s.element, v.name, v.value
  from scopes s
  join variables v on v.scope_key = s.key and v.name = any($2)
  order by s.element, v.name, s.depth;
select "process_instance_key", "tags"
  from "process_instances"
  where "process_instance_key" in ($1);

-- searchJobs
select "t"."job_key" as "jobKey", "t"."type" as "type", "t"."worker" as "worker", "t"."state" as "state", "t"."kind" as "kind", "t"."retries" as "retries", "t"."has_failed_with_retries_left" as "hasFailedWithRetriesLeft", "t"."error_code" as "errorCode", "t"."error_message" as "errorMessage", "t"."custom_headers" as "customHeaders", "t"."deadline" as "deadline", "t"."creation_time" as "creationTime", "t"."last_update_time" as "lastUpdateTime", "t"."end_time" as "endTime", "t"."process_definition_id" as "processDefinitionId", "t"."process_definition_key" as "processDefinitionKey", "t"."process_instance_key" as "processInstanceKey", "t"."root_process_instance_key" as "rootProcessInstanceKey", "t"."element_id" as "elementId", "t"."element_instance_key" as "elementInstanceKey", "t"."tenant_id" as "tenantId"
  from "jobs" t
  where ("t"."type" = $1)
  order by "t"."job_key"
  limit $2 offset $3;
select count(*) as count
  from (select
    from "jobs" t
    where ("t"."type" = $1)
    limit $2) counted;

-- searchJobs: of an instance
select "t"."job_key" as "jobKey", "t"."type" as "type", "t"."worker" as "worker", "t"."state" as "state", "t"."kind" as "kind", "t"."retries" as "retries", "t"."has_failed_with_retries_left" as "hasFailedWithRetriesLeft", "t"."error_code" as "errorCode", "t"."error_message" as "errorMessage", "t"."custom_headers" as "customHeaders", "t"."deadline" as "deadline", "t"."creation_time" as "creationTime", "t"."last_update_time" as "lastUpdateTime", "t"."end_time" as "endTime", "t"."process_definition_id" as "processDefinitionId", "t"."process_definition_key" as "processDefinitionKey", "t"."process_instance_key" as "processInstanceKey", "t"."root_process_instance_key" as "rootProcessInstanceKey", "t"."element_id" as "elementId", "t"."element_instance_key" as "elementInstanceKey", "t"."tenant_id" as "tenantId"
  from "jobs" t
  where ("t"."process_instance_key" = $1)
  order by "t"."job_key"
  limit $2 offset $3;
select count(*) as count
  from (select
    from "jobs" t
    where ("t"."process_instance_key" = $1)
    limit $2) counted;

-- findJob
select "t"."job_key" as "jobKey", "t"."type" as "type", "t"."worker" as "worker", "t"."state" as "state", "t"."kind" as "kind", "t"."retries" as "retries", "t"."has_failed_with_retries_left" as "hasFailedWithRetriesLeft", "t"."error_code" as "errorCode", "t"."error_message" as "errorMessage", "t"."custom_headers" as "customHeaders", "t"."deadline" as "deadline", "t"."creation_time" as "creationTime", "t"."last_update_time" as "lastUpdateTime", "t"."end_time" as "endTime", "t"."process_definition_id" as "processDefinitionId", "t"."process_definition_key" as "processDefinitionKey", "t"."process_instance_key" as "processInstanceKey", "t"."root_process_instance_key" as "rootProcessInstanceKey", "t"."element_id" as "elementId", "t"."element_instance_key" as "elementInstanceKey", "t"."tenant_id" as "tenantId"
  from "jobs" t
  where ("t"."job_key" = $1);

-- extendJobDeadline
update jobs
  set deadline = tenant_now() + $1 * interval '1 millisecond', activatable_at = tenant_now() + $2 * interval '1 millisecond', last_update_time = tenant_now()
  where job_key = $3 and end_time is null and deadline is not null
  returning deadline;
