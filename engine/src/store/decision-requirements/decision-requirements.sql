-- The statements of this folder, written by `node engine/scripts/write-statements.ts` and compared by a test.

-- searchDecisionRequirements
select "t"."decision_requirements_key" as "decisionRequirementsKey", "t"."decision_requirements_id" as "decisionRequirementsId", "t"."name" as "decisionRequirementsName", "t"."resource_name" as "resourceName", "t"."version" as "version", "t"."tenant_id" as "tenantId"
  from "decision_requirements" t
  where true
  order by "t"."decision_requirements_key"
  limit $1 offset $2;
select count(*) as count
  from (select
    from "decision_requirements" t
    where true
    limit $1) counted;

-- findDecisionRequirements
select "t"."decision_requirements_key" as "decisionRequirementsKey", "t"."decision_requirements_id" as "decisionRequirementsId", "t"."name" as "decisionRequirementsName", "t"."resource_name" as "resourceName", "t"."version" as "version", "t"."tenant_id" as "tenantId"
  from "decision_requirements" t
  where ("t"."decision_requirements_key" = $1);
