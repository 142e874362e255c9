-- The statements of this folder, written by `node engine/scripts/write-statements.ts` and compared by a test.

-- searchElementInstances: of an instance
select "t"."element_instance_key" as "elementInstanceKey", "t"."process_definition_id" as "processDefinitionId", "t"."process_definition_key" as "processDefinitionKey", "t"."process_instance_key" as "processInstanceKey", "t"."root_process_instance_key" as "rootProcessInstanceKey", "t"."start_date" as "startDate", "t"."end_date" as "endDate", "t"."element_id" as "elementId", "t"."element_name" as "elementName", "t"."type" as "type", "t"."state" as "state", "t"."has_incident" as "hasIncident", "t"."incident_key" as "incidentKey", "t"."tenant_id" as "tenantId"
  from "element_instances" t
  where ("t"."process_instance_key" = $1 and ((exists (select from process_instances i where i.process_instance_key = t.process_instance_key and "i"."started_by" = any($2)))))
  order by "t"."element_instance_key"
  limit $3 offset $4;
select count(*) as count
  from (select
    from "element_instances" t
    where ("t"."process_instance_key" = $1 and ((exists (select from process_instances i where i.process_instance_key = t.process_instance_key and "i"."started_by" = any($2)))))
    limit $3) counted;

-- searchElementInstances: on the drawing
select "t"."element_instance_key" as "elementInstanceKey", "t"."process_definition_id" as "processDefinitionId", "t"."process_definition_key" as "processDefinitionKey", "t"."process_instance_key" as "processInstanceKey", "t"."root_process_instance_key" as "rootProcessInstanceKey", "t"."start_date" as "startDate", "t"."end_date" as "endDate", "t"."element_id" as "elementId", "t"."element_name" as "elementName", "t"."type" as "type", "t"."state" as "state", "t"."has_incident" as "hasIncident", "t"."incident_key" as "incidentKey", "t"."tenant_id" as "tenantId"
  from "element_instances" t
  where ("t"."process_definition_key" = $1 and "t"."element_id" = $2 and "t"."state" = $3)
  order by "t"."element_instance_key"
  limit $4 offset $5;
select count(*) as count
  from (select
    from "element_instances" t
    where ("t"."process_definition_key" = $1 and "t"."element_id" = $2 and "t"."state" = $3)
    limit $4) counted;

-- findElementInstance
select "t"."element_instance_key" as "elementInstanceKey", "t"."process_definition_id" as "processDefinitionId", "t"."process_definition_key" as "processDefinitionKey", "t"."process_instance_key" as "processInstanceKey", "t"."root_process_instance_key" as "rootProcessInstanceKey", "t"."start_date" as "startDate", "t"."end_date" as "endDate", "t"."element_id" as "elementId", "t"."element_name" as "elementName", "t"."type" as "type", "t"."state" as "state", "t"."has_incident" as "hasIncident", "t"."incident_key" as "incidentKey", "t"."tenant_id" as "tenantId"
  from "element_instances" t
  where ("t"."element_instance_key" = $1);

-- elementsOfInstance
select "t"."element_instance_key" as "elementInstanceKey", "t"."process_definition_id" as "processDefinitionId", "t"."process_definition_key" as "processDefinitionKey", "t"."process_instance_key" as "processInstanceKey", "t"."root_process_instance_key" as "rootProcessInstanceKey", "t"."start_date" as "startDate", "t"."end_date" as "endDate", "t"."element_id" as "elementId", "t"."element_name" as "elementName", "t"."type" as "type", "t"."state" as "state", "t"."has_incident" as "hasIncident", "t"."incident_key" as "incidentKey", "t"."tenant_id" as "tenantId"
  from element_instances t
  where t.process_instance_key = $1
  order by t.element_instance_key;

-- countElements
select element_id as "elementId", count(*) filter (where state = 'ACTIVE' and not has_incident)::integer as active, count(*) filter (where state = 'COMPLETED')::integer as completed, count(*) filter (where state = 'TERMINATED')::integer as canceled, count(*) filter (where state = 'ACTIVE' and has_incident)::integer as incidents
  from element_instances
  where process_instance_key = $1 and type <> 'PROCESS'
  group by element_id
  order by element_id;
