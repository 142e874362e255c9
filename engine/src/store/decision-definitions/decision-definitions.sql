-- The statements of this folder, written by `node engine/scripts/write-statements.ts` and compared by a test.

-- searchDecisionDefinitions
select "t"."decision_definition_key" as "decisionDefinitionKey", "t"."decision_definition_id" as "decisionDefinitionId", "t"."name" as "name", "t"."version" as "version", "t"."decision_requirements_id" as "decisionRequirementsId", "t"."decision_requirements_key" as "decisionRequirementsKey", "t"."decision_requirements_name" as "decisionRequirementsName", "t"."decision_requirements_version" as "decisionRequirementsVersion", "t"."tenant_id" as "tenantId"
  from "decision_definitions" t
  where (t.is_latest and (("t"."decision_definition_id" = any($1))))
  order by "t"."decision_definition_key"
  limit $2 offset $3;
select count(*) as count
  from (select
    from "decision_definitions" t
    where (t.is_latest and (("t"."decision_definition_id" = any($1))))
    limit $2) counted;

-- findDecisionDefinition
select "t"."decision_definition_key" as "decisionDefinitionKey", "t"."decision_definition_id" as "decisionDefinitionId", "t"."name" as "name", "t"."version" as "version", "t"."decision_requirements_id" as "decisionRequirementsId", "t"."decision_requirements_key" as "decisionRequirementsKey", "t"."decision_requirements_name" as "decisionRequirementsName", "t"."decision_requirements_version" as "decisionRequirementsVersion", "t"."tenant_id" as "tenantId"
  from "decision_definitions" t
  where ("t"."decision_definition_key" = $1);
