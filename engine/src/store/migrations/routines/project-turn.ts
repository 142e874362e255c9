/**
 * `project_turn`: performs all commands and facts of one turn in one statement, one transaction. `store/turns/rows-of-turn.ts` writes the document
 * it takes: rows in the columns' names; what belongs to the whole instance (tenant, definition, root) is filled in here.
 * The first statement claims (instance, step). When the step or the event is already taken nothing else is written.
 * Rows that stand are looked up one by one, by their whole key, and never joined: plans are cached for the life of a connection, and a plan
 * for a join that was made while the tables were young and empty reads the whole tenant later.
 * Order of locks, everywhere: step, messages (sorted), rows of the instance, ancestors upward, audit stream.
 */
export const projectTurn = /* sql */ `
create or replace function project_turn(p_tenant text, p_instance bigint, p_step integer, p_event_id text, p_events text, p_at timestamptz,
  p_zone text, p_actor_type text, p_actor_id text, p_actor_name text, p_request_id text, p_answer text, p_reason text, p_doc jsonb)
returns table (outcome text, event_id text, events text, result text, closed_tasks text) language plpgsql
set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
#variable_conflict use_column
declare
  i process_instances;
  common audit_log;
  turn_result text;
  started jsonb := '[]';
  closed jsonb := '[]';
  task user_tasks;
  own decision_definitions;
  d process_definitions;
  lock_key bigint;
  x record;
begin
  perform set_config('app.tenant', p_tenant, true);

  if p_doc ? 'starts' then
    for x in select * from jsonb_to_recordset(p_doc->'starts') as s(element_instance_key bigint, process_definition_key bigint) loop
      select * into strict d from process_definitions where tenant_id = p_tenant and process_definition_key = x.process_definition_key;
      started := started || jsonb_build_object('elementInstanceKey', x.element_instance_key::text, 'processInstanceKey', (nextval('key_sequence') << 20)::text,
        'processDefinitionKey', d.process_definition_key::text, 'modelHash', d.model_hash);
    end loop;
  end if;
  turn_result := json_build_object('startedInstances', started,
    'keyBlock', case when p_doc ? 'wants_keys' then (nextval('key_sequence') << 20)::text end)::text;

  insert into step_log (tenant_id, process_instance_key, step, event_id, events, result, at)
    values (p_tenant, p_instance, p_step, p_event_id, p_events, turn_result, p_at) on conflict do nothing;
  if not found then
    return query select case when l.event_id = p_event_id then 'repeated' else 'taken' end, l.event_id, l.events, l.result, null::text
      from step_log l where l.tenant_id = p_tenant and l.process_instance_key = p_instance and l.step = p_step;
    if not found then
      return query select 'known', l.event_id, null::text, l.result, null::text
        from step_log l where l.process_instance_key = p_instance and l.event_id = p_event_id;
    end if;
    return;
  end if;

  select * into i from process_instances where tenant_id = p_tenant and process_instance_key = p_instance;
  if not found then
    raise exception 'process instance % of tenant % has no row', p_instance, p_tenant;
  end if;

  if p_doc ? 'locks' or p_doc ? 'subscriptions_closed' or (p_doc ? 'finish' and i.start_correlation_key is not null) then
    for lock_key in select distinct hashtextextended(p_tenant || chr(31) || l.name || chr(31) || l.correlation_key, 11) as k
        from (select l.name, l.correlation_key from jsonb_to_recordset(p_doc->'locks') as l(name text, correlation_key text)
          union all select s.message_name, s.correlation_key from message_subscriptions s where s.tenant_id = p_tenant
            and s.message_subscription_key = any(array(select (c->>'message_subscription_key')::bigint from jsonb_array_elements(p_doc->'subscriptions_closed') c))
          union all select i.start_message_name, i.start_correlation_key where p_doc ? 'finish' and i.start_correlation_key is not null) l order by k loop
      perform pg_advisory_xact_lock(lock_key);
    end loop;
  end if;

  if p_doc ? 'entered' then
    insert into element_instances (tenant_id, element_instance_key, process_instance_key, root_process_instance_key, process_definition_key,
        process_definition_id, element_id, element_name, type, state, scope_key, start_date, end_date)
      select p_tenant, e.element_instance_key, p_instance, i.root_process_instance_key, i.process_definition_key, i.process_definition_id,
        e.element_id, e.element_name, e.type, e.state, e.scope_key, p_at, case when e.state <> 'ACTIVE' then p_at end
      from jsonb_to_recordset(p_doc->'entered') as e(element_instance_key bigint, element_id text, element_name text, type text, state text, scope_key bigint);
  end if;
  if p_doc ? 'left' then
    for x in select * from jsonb_to_recordset(p_doc->'left') as e(element_instance_key bigint, state text) loop
      update element_instances set state = x.state, end_date = p_at where tenant_id = p_tenant and element_instance_key = x.element_instance_key;
    end loop;
  end if;

  if p_doc ? 'variables' then
    insert into variables (tenant_id, variable_key, process_instance_key, root_process_instance_key, scope_key, name, value, updated_at)
      select p_tenant, v.variable_key, p_instance, i.root_process_instance_key, v.scope_key, v.name, v.value, p_at
      from jsonb_to_recordset(p_doc->'variables') as v(variable_key bigint, scope_key bigint, name text, value text)
      on conflict (scope_key, name) do update set value = excluded.value, updated_at = excluded.updated_at;
  end if;

  if p_doc ? 'tasks_closed' then
    for x in select * from jsonb_to_recordset(p_doc->'tasks_closed') as c(user_task_key bigint, state text, action text) loop
      update user_tasks set state = x.state, action = x.action, completion_date = p_at where tenant_id = p_tenant and user_task_key = x.user_task_key returning * into task;
      update user_task_candidates set is_open = false where tenant_id = p_tenant and user_task_key = x.user_task_key;
      delete from user_task_variables where tenant_id = p_tenant and user_task_key = x.user_task_key;
      closed := closed || jsonb_build_object('userTaskKey', task.user_task_key::text, 'groups', task.candidate_groups, 'users', task.candidate_users || task.assignee);
    end loop;
  end if;
  if p_doc ? 'tasks_opened' then
    for x in select * from jsonb_to_recordset(p_doc->'tasks_opened') as o(user_task_key bigint, element_instance_key bigint, element_id text, name text,
        assignee text, candidate_groups text[], candidate_users text[], due_date timestamptz, follow_up_date timestamptz, priority integer,
        form_id text, form_binding text, form_version_tag text, external_form_reference text, custom_headers text) loop
      perform open_user_task(i, x.user_task_key, x.element_instance_key, x.element_id, x.name, x.assignee, x.candidate_groups, x.candidate_users, p_at,
        x.due_date, x.follow_up_date, x.priority, x.form_id, x.form_binding, x.form_version_tag, x.external_form_reference, x.custom_headers);
    end loop;
  end if;
  if p_doc ? 'tasks_opened' or p_doc ? 'variables' then
    perform index_task_variables(i, p_doc);
  end if;

  if p_doc ? 'jobs_created' then
    insert into jobs (tenant_id, job_key, type, state, retries, activatable_at, custom_headers, element_id, element_instance_key, process_instance_key,
        root_process_instance_key, process_definition_key, process_definition_id, process_definition_version, creation_time, last_update_time)
      select p_tenant, j.job_key, j.type, 'CREATED', j.retries, p_at, j.custom_headers, j.element_id, j.element_instance_key, p_instance,
        i.root_process_instance_key, i.process_definition_key, i.process_definition_id, i.process_definition_version, p_at, p_at
      from jsonb_to_recordset(p_doc->'jobs_created') as j(job_key bigint, type text, retries integer, custom_headers text, element_id text, element_instance_key bigint);
  end if;
  if p_doc ? 'jobs_updated' then
    for x in select * from jsonb_to_recordset(p_doc->'jobs_updated') as j(job_key bigint, state text, retries integer, activatable_at timestamptz, error_message text) loop
      update jobs set state = x.state, retries = x.retries, activatable_at = x.activatable_at, error_message = x.error_message, deadline = null,
        has_failed_with_retries_left = (x.state = 'FAILED' and x.retries > 0), last_update_time = p_at where tenant_id = p_tenant and job_key = x.job_key;
    end loop;
  end if;
  if p_doc ? 'jobs_closed' then
    for x in select * from jsonb_to_recordset(p_doc->'jobs_closed') as j(job_key bigint, state text, error_code text) loop
      update jobs set state = x.state, error_code = x.error_code, deadline = null, end_time = p_at, last_update_time = p_at where tenant_id = p_tenant and job_key = x.job_key;
    end loop;
  end if;

  if p_doc ? 'timers_gone' then
    delete from timers where tenant_id = p_tenant and timer_key = any(array(select jsonb_array_elements_text(p_doc->'timers_gone')::bigint));
  end if;
  if p_doc ? 'timers_armed' then
    insert into timers (tenant_id, timer_key, process_instance_key, element_instance_key, element_id, due_at)
      select p_tenant, a.timer_key, p_instance, a.element_instance_key, a.element_id, a.due_at
      from jsonb_to_recordset(p_doc->'timers_armed') as a(timer_key bigint, element_instance_key bigint, element_id text, due_at timestamptz)
      on conflict (tenant_id, timer_key) do update set due_at = excluded.due_at;
  end if;

  if p_doc ? 'decisions' then
    for x in select * from jsonb_to_recordset(p_doc->'decisions') as d(decision_evaluation_key bigint, position integer, decision_id text, decision_name text, decision_type text,
        decision_requirements_key bigint, root_decision_definition_key bigint, root_version integer, element_instance_key bigint, element_id text,
        failure text, result text, inputs text, rules text) loop
      select * into own from decision_definitions where decision_requirements_key = x.decision_requirements_key and decision_definition_id = x.decision_id;
      insert into decision_instances (tenant_id, decision_evaluation_instance_key, decision_evaluation_key, position, decision_definition_key,
          decision_definition_id, decision_definition_name, decision_definition_version, decision_definition_type, decision_requirements_key,
          root_decision_definition_key, process_definition_key, process_definition_id, process_instance_key, root_process_instance_key,
          element_instance_key, element_id, evaluation_date, evaluation_failure, state, result, evaluated_inputs, matched_rules)
        values (p_tenant, x.decision_evaluation_key || '-' || x.position, x.decision_evaluation_key, x.position,
          coalesce(own.decision_definition_key, x.root_decision_definition_key), x.decision_id, x.decision_name, coalesce(own.version, x.root_version), x.decision_type,
          x.decision_requirements_key, x.root_decision_definition_key, i.process_definition_key, i.process_definition_id, p_instance,
          i.root_process_instance_key, x.element_instance_key, x.element_id, p_at, x.failure, case when x.failure is null then 'EVALUATED' else 'FAILED' end,
          x.result, x.inputs, x.rules);
    end loop;
  end if;

  if p_doc ? 'starts' then
    for x in select * from jsonb_to_recordset(started) as s("elementInstanceKey" bigint, "processInstanceKey" bigint, "processDefinitionKey" bigint) loop
      insert into process_instances (tenant_id, process_instance_key, root_process_instance_key, parent_process_instance_key, parent_element_instance_key,
          process_definition_key, process_definition_id, process_definition_name, process_definition_version, process_definition_version_tag, model_hash,
          start_date, business_id, tags)
        select p_tenant, x."processInstanceKey", i.root_process_instance_key, p_instance, x."elementInstanceKey", p.process_definition_key,
          p.process_definition_id, p.name, p.version, p.version_tag, p.model_hash, p_at, i.business_id, i.tags
        from process_definitions p where p.tenant_id = p_tenant and p.process_definition_key = x."processDefinitionKey";
    end loop;
  end if;

  if p_doc ? 'incidents_raised' or p_doc ? 'incidents_closed' then
    perform project_incidents(i, p_doc, p_at);
  end if;

  if p_doc ? 'correlated' then
    update correlations set state = 'CORRELATED', reserved_until = null, correlation_time = p_at
      where tenant_id = p_tenant and message_key = (p_doc->'correlated'->>'message_key')::bigint and process_definition_id = i.process_definition_id;
  end if;
  if p_doc ? 'subscriptions_closed' then
    for x in select * from jsonb_to_recordset(p_doc->'subscriptions_closed') as c(message_subscription_key bigint, state text) loop
      update message_subscriptions set state = x.state, last_updated_date = p_at where tenant_id = p_tenant and message_subscription_key = x.message_subscription_key;
      perform release_reservation(p_tenant, x.message_subscription_key, p_at);
    end loop;
  end if;
  if p_doc ? 'subscriptions_opened' then
    insert into message_subscriptions (tenant_id, message_subscription_key, process_instance_key, root_process_instance_key, process_definition_key,
        process_definition_id, element_id, element_instance_key, message_name, correlation_key, state, last_updated_date)
      select p_tenant, s.message_subscription_key, p_instance, i.root_process_instance_key, i.process_definition_key, i.process_definition_id, s.element_id,
        s.element_instance_key, s.message_name, s.correlation_key, 'CREATED', p_at
      from jsonb_to_recordset(p_doc->'subscriptions_opened') as s(message_subscription_key bigint, element_id text, element_instance_key bigint, message_name text, correlation_key text);
    for x in select message_subscription_key from jsonb_to_recordset(p_doc->'subscriptions_opened') as s(message_subscription_key bigint) loop
      perform reserve_for_subscription(p_tenant, x.message_subscription_key, p_at);
    end loop;
  end if;
  if p_doc ? 'correlated' then
    perform reserve_for_subscription(p_tenant, (p_doc->'correlated'->>'subscription_key')::bigint, p_at);
  end if;
  if p_doc ? 'messages' then
    for x in select * from jsonb_to_recordset(p_doc->'messages') as m(message_key bigint, name text, correlation_key text, message_id text, variables text, expires_at timestamptz) loop
      perform buffer_message(p_tenant, x.message_key, x.name, x.correlation_key, x.message_id, x.variables, p_at, x.expires_at,
        p_actor_type, p_actor_id, p_actor_name);
    end loop;
  end if;

  if p_doc ? 'finish' then
    update process_instances set state = p_doc->>'finish', end_date = p_at where tenant_id = p_tenant and process_instance_key = p_instance;
    if i.start_correlation_key is not null then
      for x in select m.message_key from messages m where m.tenant_id = p_tenant and m.name = i.start_message_name and m.correlation_key = i.start_correlation_key
          and m.expires_at > p_at order by m.message_key loop
        perform reserve_for_message(p_tenant, x.message_key, p_at, true);
      end loop;
    end if;
  end if;
  if p_doc ? 'flows' then
    update process_instances set flows_taken = array(select distinct unnest(flows_taken || f.ids))
      from (select array_agg(id) as ids from jsonb_array_elements_text(p_doc->'flows') as id) f
      where tenant_id = p_tenant and process_instance_key = p_instance and not flows_taken @> f.ids;
  end if;

  common.tenant_id := p_tenant;
  common.stream := 'process-instance/' || p_instance;
  common.at := p_at;
  common.zone := p_zone;
  common.actor_type := p_actor_type;
  common.actor_id := p_actor_id;
  common.actor_name := p_actor_name;
  common.result := 'SUCCESS';
  common.request_id := p_request_id;
  common.reason := p_reason;
  common.process_instance_key := p_instance;
  common.root_process_instance_key := i.root_process_instance_key;
  common.process_definition_key := i.process_definition_key;
  common.process_definition_id := i.process_definition_id;
  perform append_audit(common, p_doc->'audit');

  if p_request_id is not null then
    update requests set answer = p_answer where tenant_id = p_tenant and request_id = p_request_id and answer is null;
  end if;

  return query select 'applied', p_event_id, null::text, turn_result, closed::text;
end $$;
`;
