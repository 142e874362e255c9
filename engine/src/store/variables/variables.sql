-- The statements of this folder, written by `node engine/scripts/write-statements.ts` and compared by a test.

-- searchVariables: of an instance
select "t"."variable_key" as "variableKey", "t"."name" as "name", "t"."value" as "value", "t"."scope_key" as "scopeKey", "t"."process_instance_key" as "processInstanceKey", "t"."root_process_instance_key" as "rootProcessInstanceKey", "t"."tenant_id" as "tenantId"
  from "variables" t
  where ("t"."process_instance_key" = $1 and ((exists (select from process_instances i where i.process_instance_key = t.process_instance_key and "i"."process_definition_id" = any($2)))))
  order by "t"."variable_key"
  limit $3 offset $4;
select count(*) as count
  from (select
    from "variables" t
    where ("t"."process_instance_key" = $1 and ((exists (select from process_instances i where i.process_instance_key = t.process_instance_key and "i"."process_definition_id" = any($2)))))
    limit $3) counted;

-- searchVariables: by name and value
select "t"."variable_key" as "variableKey", "t"."name" as "name", "t"."value" as "value", "t"."scope_key" as "scopeKey", "t"."process_instance_key" as "processInstanceKey", "t"."root_process_instance_key" as "rootProcessInstanceKey", "t"."tenant_id" as "tenantId"
  from "variables" t
  where ("t"."name" = $1 and ("t"."filter_value" = $2))
  order by "t"."variable_key"
  limit $3 offset $4;
select count(*) as count
  from (select
    from "variables" t
    where ("t"."name" = $1 and ("t"."filter_value" = $2))
    limit $3) counted;

-- findVariable
select "t"."variable_key" as "variableKey", "t"."name" as "name", "t"."value" as "value", "t"."scope_key" as "scopeKey", "t"."process_instance_key" as "processInstanceKey", "t"."root_process_instance_key" as "rootProcessInstanceKey", "t"."tenant_id" as "tenantId"
  from "variables" t
  where ("t"."variable_key" = $1);

-- variablesSeenFrom
with recursive scopes(key, scope_key, depth) as ( select element_instance_key, scope_key, 0
    from element_instances
    where element_instance_key = $1
    union all select e.element_instance_key, e.scope_key, s.depth + 1
    from element_instances e
    join scopes s on e.element_instance_key = s.scope_key ) select key
  from scopes
  order by depth;
select "name", "value", "scope_key"
  from "variables"
  where "scope_key" in ($1) and "name" in ($2, $3);

-- searchVariablesSeenFrom
with recursive scopes(key, scope_key, depth) as ( select element_instance_key, scope_key, 0
    from element_instances
    where element_instance_key = $1
    union all select e.element_instance_key, e.scope_key, s.depth + 1
    from element_instances e
    join scopes s on e.element_instance_key = s.scope_key ) select key
  from scopes
  order by depth;
select "t"."variable_key" as "variableKey", "t"."name" as "name", "t"."value" as "value", "t"."scope_key" as "scopeKey", "t"."process_instance_key" as "processInstanceKey", "t"."root_process_instance_key" as "rootProcessInstanceKey", "t"."tenant_id" as "tenantId"
  from "variables" t
  where (t.scope_key = any($1) and not exists (select
      from variables inner_one
      where inner_one.name = t.name and inner_one.scope_key = any($2) and array_position($3::bigint[], inner_one.scope_key) < array_position($4::bigint[], t.scope_key)))
  order by "t"."variable_key"
  limit $5 offset $6;
select count(*) as count
  from (select
    from "variables" t
    where (t.scope_key = any($1) and not exists (select from variables inner_one where inner_one.name = t.name and inner_one.scope_key = any($2) and array_position($3::bigint[], inner_one.scope_key) < array_position($4::bigint[], t.scope_key)))
    limit $5) counted;

-- variablesOfInstance
select "name", "value"
  from "variables"
  where "scope_key" = $1
  order by "variable_key";
