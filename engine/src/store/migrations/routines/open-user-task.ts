/**
 * `open_user_task`: the row of an opened task with its form's version resolved and frozen. `offer_user_task`: a row for each candidate, with the
 * columns that the inbox is sorted by.
 * `index_task_variables`: keeps `user_task_variables`, the filter of the inbox, for variables that are declared filterable for the process.
 * `reindex_user_task`: writes the candidates of an open task anew after its candidates, dates or priority were changed by hand.
 */
export const openUserTask = /* sql */ `
create or replace function offer_user_task(t user_tasks) returns void language plpgsql as $$
begin
  insert into user_task_candidates (tenant_id, user_task_key, candidate_type, candidate, is_open, assignee, process_instance_key, process_definition_id,
      element_id, creation_date, due_date, priority)
    select t.tenant_id, t.user_task_key, c.type, c.id, true, t.assignee, t.process_instance_key, t.process_definition_id, t.element_id, t.creation_date, t.due_date, t.priority
    from (select distinct 'group' as type, g as id from unnest(t.candidate_groups) g union all select distinct 'user', u from unnest(t.candidate_users) u) c;
end $$;

create or replace function open_user_task(i process_instances, p_key bigint, p_element_instance bigint, p_element_id text, p_name text, p_assignee text,
  p_groups text[], p_users text[], p_at timestamptz, p_due timestamptz, p_follow_up timestamptz, p_priority integer,
  p_form_id text, p_form_binding text, p_form_version_tag text, p_external text, p_headers text)
returns void language plpgsql as $$
declare
  form forms;
  task user_tasks;
begin
  if p_form_binding = 'latest' then
    select * into form from forms f where f.tenant_id = i.tenant_id and f.form_id = p_form_id and f.is_latest;
  elsif p_form_binding = 'version tag' then
    select * into form from forms f where f.tenant_id = i.tenant_id and f.form_id = p_form_id and f.version_tag = p_form_version_tag order by f.version desc limit 1;
  elsif p_form_binding = 'deployment' then
    select * into form from forms f where f.tenant_id = i.tenant_id and f.form_id = p_form_id and f.deployment_key =
      (select d.deployment_key from process_definitions d where d.tenant_id = i.tenant_id and d.process_definition_key = i.process_definition_key);
  end if;
  insert into user_tasks (tenant_id, user_task_key, element_instance_key, element_id, process_instance_key, root_process_instance_key,
      process_definition_key, process_definition_id, process_definition_version, process_name, name, state, assignee, candidate_groups, candidate_users,
      creation_date, due_date, follow_up_date, priority, form_key, form_hash, form_missing, external_form_reference, custom_headers, business_id, started_by, tags)
    values (i.tenant_id, p_key, p_element_instance, p_element_id, i.process_instance_key, i.root_process_instance_key, i.process_definition_key,
      i.process_definition_id, i.process_definition_version, i.process_definition_name, p_name, 'CREATED', p_assignee, p_groups, p_users, p_at, p_due,
      p_follow_up, p_priority, form.form_key, form.content_hash, case when form.form_key is null then p_form_id end, p_external, p_headers, i.business_id, i.started_by, i.tags)
    returning * into task;
  perform offer_user_task(task);
end $$;

create or replace function index_task_variables(i process_instances, p_doc jsonb) returns void language plpgsql as $$
declare
  declared text[] := array(select f.name from filterable_variables f where f.tenant_id = i.tenant_id and f.process_definition_id = i.process_definition_id);
  open_tasks bigint[];
  t bigint;
  v record;
begin
  if cardinality(declared) = 0 then
    return;
  end if;
  open_tasks := array(select u.user_task_key from user_tasks u where u.process_instance_key = i.process_instance_key and u.state = 'CREATED');
  for v in select n.name, n.filter_value from variables n where n.scope_key = i.process_instance_key and n.name = any(declared) loop
    foreach t in array open_tasks loop
      continue when not coalesce(p_doc->'tasks_opened' @> jsonb_build_array(jsonb_build_object('user_task_key', t::text)), false)
        and not coalesce(p_doc->'variables' @> jsonb_build_array(jsonb_build_object('scope_key', i.process_instance_key::text, 'name', v.name)), false);
      delete from user_task_variables u where u.tenant_id = i.tenant_id and u.user_task_key = t and u.name = v.name;
      if v.filter_value is not null then
        insert into user_task_variables (tenant_id, user_task_key, candidate_type, candidate, name, value, due_order)
          select i.tenant_id, t, c.candidate_type, c.candidate, v.name, v.filter_value, c.due_order
          from user_task_candidates c where c.tenant_id = i.tenant_id and c.user_task_key = t and c.is_open;
      end if;
    end loop;
  end loop;
end $$;

create or replace function reindex_user_task(t user_tasks) returns void language plpgsql as $$
declare
  i process_instances;
begin
  delete from user_task_candidates c where c.tenant_id = t.tenant_id and c.user_task_key = t.user_task_key;
  delete from user_task_variables v where v.tenant_id = t.tenant_id and v.user_task_key = t.user_task_key;
  perform offer_user_task(t);
  select * into strict i from process_instances p where p.tenant_id = t.tenant_id and p.process_instance_key = t.process_instance_key;
  perform index_task_variables(i, jsonb_build_object('tasks_opened', jsonb_build_array(jsonb_build_object('user_task_key', t.user_task_key::text))));
end $$;
`;
