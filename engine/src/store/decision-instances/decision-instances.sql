-- The statements of this folder, written by `node engine/scripts/write-statements.ts` and compared by a test.

-- searchDecisionInstances
select "t"."decision_evaluation_instance_key" as "decisionEvaluationInstanceKey", "t"."decision_evaluation_key" as "decisionEvaluationKey", "t"."decision_definition_id" as "decisionDefinitionId", "t"."decision_definition_key" as "decisionDefinitionKey", "t"."decision_definition_name" as "decisionDefinitionName", "t"."decision_definition_type" as "decisionDefinitionType", "t"."decision_definition_version" as "decisionDefinitionVersion", "t"."root_decision_definition_key" as "rootDecisionDefinitionKey", "t"."element_instance_key" as "elementInstanceKey", "t"."process_definition_key" as "processDefinitionKey", "t"."process_instance_key" as "processInstanceKey", "t"."root_process_instance_key" as "rootProcessInstanceKey", "t"."evaluation_date" as "evaluationDate", "t"."evaluation_failure" as "evaluationFailure", "t"."result" as "result", "t"."state" as "state", "t"."tenant_id" as "tenantId"
  from "decision_instances" t
  where ("t"."process_instance_key" = $1)
  order by "t"."decision_evaluation_key", "t"."decision_evaluation_instance_key"
  limit $2 offset $3;
select count(*) as count
  from (select
    from "decision_instances" t
    where ("t"."process_instance_key" = $1)
    limit $2) counted;

-- searchDecisionInstances: by time
select "t"."decision_evaluation_instance_key" as "decisionEvaluationInstanceKey", "t"."decision_evaluation_key" as "decisionEvaluationKey", "t"."decision_definition_id" as "decisionDefinitionId", "t"."decision_definition_key" as "decisionDefinitionKey", "t"."decision_definition_name" as "decisionDefinitionName", "t"."decision_definition_type" as "decisionDefinitionType", "t"."decision_definition_version" as "decisionDefinitionVersion", "t"."root_decision_definition_key" as "rootDecisionDefinitionKey", "t"."element_instance_key" as "elementInstanceKey", "t"."process_definition_key" as "processDefinitionKey", "t"."process_instance_key" as "processInstanceKey", "t"."root_process_instance_key" as "rootProcessInstanceKey", "t"."evaluation_date" as "evaluationDate", "t"."evaluation_failure" as "evaluationFailure", "t"."result" as "result", "t"."state" as "state", "t"."tenant_id" as "tenantId"
  from "decision_instances" t
  where true
  order by "t"."evaluation_date" desc, "t"."decision_evaluation_instance_key" desc
  limit $1 offset $2;
select count(*) as count
  from (select
    from "decision_instances" t
    where true
    limit $1) counted;

-- findDecisionInstance
select "t"."decision_evaluation_instance_key" as "decisionEvaluationInstanceKey", "t"."decision_evaluation_key" as "decisionEvaluationKey", "t"."decision_definition_id" as "decisionDefinitionId", "t"."decision_definition_key" as "decisionDefinitionKey", "t"."decision_definition_name" as "decisionDefinitionName", "t"."decision_definition_type" as "decisionDefinitionType", "t"."decision_definition_version" as "decisionDefinitionVersion", "t"."root_decision_definition_key" as "rootDecisionDefinitionKey", "t"."element_instance_key" as "elementInstanceKey", "t"."process_definition_key" as "processDefinitionKey", "t"."process_instance_key" as "processInstanceKey", "t"."root_process_instance_key" as "rootProcessInstanceKey", "t"."evaluation_date" as "evaluationDate", "t"."evaluation_failure" as "evaluationFailure", "t"."result" as "result", "t"."state" as "state", "t"."tenant_id" as "tenantId"
  from "decision_instances" t
  where ("t"."decision_evaluation_instance_key" = $1);
select "evaluated_inputs", "matched_rules"
  from "decision_instances"
  where "decision_evaluation_instance_key" = $1;

-- decisionsOfInstance
select "t"."decision_evaluation_instance_key" as "decisionEvaluationInstanceKey", "t"."decision_evaluation_key" as "decisionEvaluationKey", "t"."decision_definition_id" as "decisionDefinitionId", "t"."decision_definition_key" as "decisionDefinitionKey", "t"."decision_definition_name" as "decisionDefinitionName", "t"."decision_definition_type" as "decisionDefinitionType", "t"."decision_definition_version" as "decisionDefinitionVersion", "t"."root_decision_definition_key" as "rootDecisionDefinitionKey", "t"."element_instance_key" as "elementInstanceKey", "t"."process_definition_key" as "processDefinitionKey", "t"."process_instance_key" as "processInstanceKey", "t"."root_process_instance_key" as "rootProcessInstanceKey", "t"."evaluation_date" as "evaluationDate", "t"."evaluation_failure" as "evaluationFailure", "t"."result" as "result", "t"."state" as "state", "t"."tenant_id" as "tenantId", t.element_id as "elementId", t.evaluated_inputs, t.matched_rules
  from decision_instances t
  where t.process_instance_key = $1
  order by t.evaluation_date, t.decision_evaluation_key, t.position;

-- recordEvaluation
select nextval('key_sequence') << 20 as key;
select "decision_definition_id", "decision_definition_key", "version"
  from "decision_definitions"
  where "decision_requirements_key" = $1;
insert into decision_instances (tenant_id, decision_evaluation_instance_key, decision_evaluation_key, position, decision_definition_key, decision_definition_id, decision_definition_name, decision_definition_version, decision_definition_type, decision_requirements_key, root_decision_definition_key, evaluation_date, evaluation_failure, state, result, evaluated_inputs, matched_rules)
  values (current_setting('app.tenant'), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16);
select append_audit(jsonb_populate_record(jsonb_populate_record(null::audit_log, jsonb_build_object('tenant_id', current_setting('app.tenant'))), $1::jsonb), $2::jsonb);
