-- The statements of this folder, written by `node engine/scripts/write-statements.ts` and compared by a test.

-- appendAudit
select append_audit(jsonb_populate_record(jsonb_populate_record(null::audit_log, jsonb_build_object('tenant_id', current_setting('app.tenant'))), $1::jsonb), $2::jsonb);

-- searchAuditLogs: of an instance
select "t"."audit_log_key" as "auditLogKey", "t"."entity_key" as "entityKey", "t"."entity_type" as "entityType", "t"."operation_type" as "operationType", "t"."at" as "timestamp", "t"."actor_id" as "actorId", "t"."actor_type" as "actorType", "t"."tenant_id" as "tenantId", "t"."result" as "result", "t"."category" as "category", "t"."process_definition_id" as "processDefinitionId", "t"."process_definition_key" as "processDefinitionKey", "t"."process_instance_key" as "processInstanceKey", "t"."root_process_instance_key" as "rootProcessInstanceKey", "t"."element_instance_key" as "elementInstanceKey", "t"."job_key" as "jobKey", "t"."user_task_key" as "userTaskKey", "t"."decision_requirements_id" as "decisionRequirementsId", "t"."decision_requirements_key" as "decisionRequirementsKey", "t"."decision_definition_id" as "decisionDefinitionId", "t"."decision_definition_key" as "decisionDefinitionKey", "t"."decision_evaluation_key" as "decisionEvaluationKey", "t"."deployment_key" as "deploymentKey", "t"."form_key" as "formKey", "t"."resource_key" as "resourceKey", "t"."related_entity_key" as "relatedEntityKey", "t"."related_entity_type" as "relatedEntityType", "t"."entity_description" as "entityDescription", "t"."actor_name" as "actorName", "t"."zone" as "zone", "t"."old_value" as "oldValue", "t"."new_value" as "newValue", "t"."reason" as "reason", "t"."stream" as "stream", "t"."position" as "position", "t"."hash" as "hash"
  from "audit_log" t
  where ("t"."process_instance_key" = $1 and (("t"."process_definition_id" = any($2))))
  order by "t"."audit_log_key"
  limit $3 offset $4;
select count(*) as count
  from (select
    from "audit_log" t
    where ("t"."process_instance_key" = $1 and (("t"."process_definition_id" = any($2))))
    limit $3) counted;

-- searchAuditLogs: by time
select "t"."audit_log_key" as "auditLogKey", "t"."entity_key" as "entityKey", "t"."entity_type" as "entityType", "t"."operation_type" as "operationType", "t"."at" as "timestamp", "t"."actor_id" as "actorId", "t"."actor_type" as "actorType", "t"."tenant_id" as "tenantId", "t"."result" as "result", "t"."category" as "category", "t"."process_definition_id" as "processDefinitionId", "t"."process_definition_key" as "processDefinitionKey", "t"."process_instance_key" as "processInstanceKey", "t"."root_process_instance_key" as "rootProcessInstanceKey", "t"."element_instance_key" as "elementInstanceKey", "t"."job_key" as "jobKey", "t"."user_task_key" as "userTaskKey", "t"."decision_requirements_id" as "decisionRequirementsId", "t"."decision_requirements_key" as "decisionRequirementsKey", "t"."decision_definition_id" as "decisionDefinitionId", "t"."decision_definition_key" as "decisionDefinitionKey", "t"."decision_evaluation_key" as "decisionEvaluationKey", "t"."deployment_key" as "deploymentKey", "t"."form_key" as "formKey", "t"."resource_key" as "resourceKey", "t"."related_entity_key" as "relatedEntityKey", "t"."related_entity_type" as "relatedEntityType", "t"."entity_description" as "entityDescription", "t"."actor_name" as "actorName", "t"."zone" as "zone", "t"."old_value" as "oldValue", "t"."new_value" as "newValue", "t"."reason" as "reason", "t"."stream" as "stream", "t"."position" as "position", "t"."hash" as "hash"
  from "audit_log" t
  where ("t"."at" >= $1)
  order by "t"."at" desc, "t"."audit_log_key" desc
  limit $2 offset $3;
select count(*) as count
  from (select
    from "audit_log" t
    where ("t"."at" >= $1)
    limit $2) counted;

-- searchAuditLogs: of a task
select "t"."audit_log_key" as "auditLogKey", "t"."entity_key" as "entityKey", "t"."entity_type" as "entityType", "t"."operation_type" as "operationType", "t"."at" as "timestamp", "t"."actor_id" as "actorId", "t"."actor_type" as "actorType", "t"."tenant_id" as "tenantId", "t"."result" as "result", "t"."category" as "category", "t"."process_definition_id" as "processDefinitionId", "t"."process_definition_key" as "processDefinitionKey", "t"."process_instance_key" as "processInstanceKey", "t"."root_process_instance_key" as "rootProcessInstanceKey", "t"."element_instance_key" as "elementInstanceKey", "t"."job_key" as "jobKey", "t"."user_task_key" as "userTaskKey", "t"."decision_requirements_id" as "decisionRequirementsId", "t"."decision_requirements_key" as "decisionRequirementsKey", "t"."decision_definition_id" as "decisionDefinitionId", "t"."decision_definition_key" as "decisionDefinitionKey", "t"."decision_evaluation_key" as "decisionEvaluationKey", "t"."deployment_key" as "deploymentKey", "t"."form_key" as "formKey", "t"."resource_key" as "resourceKey", "t"."related_entity_key" as "relatedEntityKey", "t"."related_entity_type" as "relatedEntityType", "t"."entity_description" as "entityDescription", "t"."actor_name" as "actorName", "t"."zone" as "zone", "t"."old_value" as "oldValue", "t"."new_value" as "newValue", "t"."reason" as "reason", "t"."stream" as "stream", "t"."position" as "position", "t"."hash" as "hash"
  from "audit_log" t
  where ("t"."user_task_key" = $1)
  order by "t"."audit_log_key"
  limit $2 offset $3;
select count(*) as count
  from (select
    from "audit_log" t
    where ("t"."user_task_key" = $1)
    limit $2) counted;

-- searchAuditLogs: by somebody
select "t"."audit_log_key" as "auditLogKey", "t"."entity_key" as "entityKey", "t"."entity_type" as "entityType", "t"."operation_type" as "operationType", "t"."at" as "timestamp", "t"."actor_id" as "actorId", "t"."actor_type" as "actorType", "t"."tenant_id" as "tenantId", "t"."result" as "result", "t"."category" as "category", "t"."process_definition_id" as "processDefinitionId", "t"."process_definition_key" as "processDefinitionKey", "t"."process_instance_key" as "processInstanceKey", "t"."root_process_instance_key" as "rootProcessInstanceKey", "t"."element_instance_key" as "elementInstanceKey", "t"."job_key" as "jobKey", "t"."user_task_key" as "userTaskKey", "t"."decision_requirements_id" as "decisionRequirementsId", "t"."decision_requirements_key" as "decisionRequirementsKey", "t"."decision_definition_id" as "decisionDefinitionId", "t"."decision_definition_key" as "decisionDefinitionKey", "t"."decision_evaluation_key" as "decisionEvaluationKey", "t"."deployment_key" as "deploymentKey", "t"."form_key" as "formKey", "t"."resource_key" as "resourceKey", "t"."related_entity_key" as "relatedEntityKey", "t"."related_entity_type" as "relatedEntityType", "t"."entity_description" as "entityDescription", "t"."actor_name" as "actorName", "t"."zone" as "zone", "t"."old_value" as "oldValue", "t"."new_value" as "newValue", "t"."reason" as "reason", "t"."stream" as "stream", "t"."position" as "position", "t"."hash" as "hash"
  from "audit_log" t
  where ("t"."actor_id" = $1)
  order by "t"."audit_log_key"
  limit $2 offset $3;
select count(*) as count
  from (select
    from "audit_log" t
    where ("t"."actor_id" = $1)
    limit $2) counted;

-- findAuditLog
select "t"."audit_log_key" as "auditLogKey", "t"."entity_key" as "entityKey", "t"."entity_type" as "entityType", "t"."operation_type" as "operationType", "t"."at" as "timestamp", "t"."actor_id" as "actorId", "t"."actor_type" as "actorType", "t"."tenant_id" as "tenantId", "t"."result" as "result", "t"."category" as "category", "t"."process_definition_id" as "processDefinitionId", "t"."process_definition_key" as "processDefinitionKey", "t"."process_instance_key" as "processInstanceKey", "t"."root_process_instance_key" as "rootProcessInstanceKey", "t"."element_instance_key" as "elementInstanceKey", "t"."job_key" as "jobKey", "t"."user_task_key" as "userTaskKey", "t"."decision_requirements_id" as "decisionRequirementsId", "t"."decision_requirements_key" as "decisionRequirementsKey", "t"."decision_definition_id" as "decisionDefinitionId", "t"."decision_definition_key" as "decisionDefinitionKey", "t"."decision_evaluation_key" as "decisionEvaluationKey", "t"."deployment_key" as "deploymentKey", "t"."form_key" as "formKey", "t"."resource_key" as "resourceKey", "t"."related_entity_key" as "relatedEntityKey", "t"."related_entity_type" as "relatedEntityType", "t"."entity_description" as "entityDescription", "t"."actor_name" as "actorName", "t"."zone" as "zone", "t"."old_value" as "oldValue", "t"."new_value" as "newValue", "t"."reason" as "reason", "t"."stream" as "stream", "t"."position" as "position", "t"."hash" as "hash"
  from "audit_log" t
  where ("t"."audit_log_key" = $1);

-- sealStreams
select pg_try_advisory_xact_lock(hashtextextended('seal ' || current_setting('app.tenant'), 3)) as got;
with grown as (select s.stream
    from audit_streams s
    where s.tenant_id = current_setting('app.tenant') and s.position > s.sealed_position
    limit $1 for update skip locked) update audit_streams s
  set sealed_position = s.position
  from grown
  where s.tenant_id = current_setting('app.tenant') and s.stream = grown.stream
  returning s.stream, s.position, encode(s.hash, 'hex') as hash;
select "number", "hash"
  from "seals"
  order by "number" desc
  limit $1;
insert into "seals" ("tenant_id", "number", "at", "heads", "previous_hash", "hash", "key_id", "signature")
  values ($1, $2, $3, $4, $5, $6, $7, $8);

-- verifyAudit: seals
select *
  from "seals"
  where "number" >= $1
  order by "number"
  limit $2;
set transaction isolation level repeatable read;
select stream, sum(size) as size
  from ( select stream, position as size
    from audit_streams
    where tenant_id = current_setting('app.tenant') and stream > $1
    order by stream
    limit 1000) s
  group by stream
  order by stream;
select distinct a.stream
  from audit_log a
  where a.tenant_id = current_setting('app.tenant') and a.stream > $1 and not exists (select
    from audit_streams s
    where s.tenant_id = a.tenant_id and s.stream = a.stream)
  order by a.stream
  limit 1000;
