/**
 * `begin_request`: writes down what somebody asked for before it is done, so that it is done once and not forgotten. With `p_instance` (an
 * object of columns, and the definition's key) the row of a new process instance is made in the same breath, its key drawn. With `p_subject`
 * and its key the request is about something that waits in an instance, and is only written down when that does wait.
 * Outcomes: `new`; `answered` with the answer; `pending`, with the command as it was first asked; `conflict` when the id was used for
 * another body or by somebody else; `no definition`; `not found`; `wrong state`, with the subject's state as the answer.
 */
export const beginRequest = /* sql */ `
create or replace function begin_request(p_tenant text, p_request_id text, p_operation text, p_actor_type text, p_actor_id text, p_actor_name text,
  p_digest text, p_instance_key bigint, p_command text, p_instance jsonb, p_subject text, p_subject_key bigint)
returns table (outcome text, answer text, command text, process_instance_key bigint) language plpgsql as $$
#variable_conflict use_column
declare
  d process_definitions;
  new_key bigint := p_instance_key;
  started timestamptz;
  state text;
begin
  perform set_config('app.tenant', p_tenant, true);
  if p_subject is not null and not exists (select from requests r where r.tenant_id = p_tenant and r.request_id = p_request_id) then
    case p_subject
      when 'user task' then
        select t.process_instance_key, t.state into new_key, state from user_tasks t where t.tenant_id = p_tenant and t.user_task_key = p_subject_key;
      when 'job' then
        select j.process_instance_key, case when j.end_time is null then 'CREATED' else j.state end into new_key, state from jobs j where j.tenant_id = p_tenant and j.job_key = p_subject_key;
      when 'incident' then
        select i.process_instance_key, i.state into new_key, state from incidents i where i.tenant_id = p_tenant and i.incident_key = p_subject_key;
      when 'process instance' then
        select p.process_instance_key, p.state into new_key, state from process_instances p where p.tenant_id = p_tenant and p.process_instance_key = p_subject_key;
      when 'element instance' then
        select e.process_instance_key, e.state into new_key, state from element_instances e where e.tenant_id = p_tenant and e.element_instance_key = p_subject_key;
    end case;
    if new_key is null then
      return query select 'not found', null::text, null::text, null::bigint;
      return;
    elsif state not in ('CREATED', 'ACTIVE') then
      return query select 'wrong state', to_json(state)::text, null::text, new_key;
      return;
    end if;
  end if;
  if p_instance is not null then
    select * into d from process_definitions where tenant_id = p_tenant and process_definition_key = (p_instance->>'process_definition_key')::bigint;
    if not found then
      return query select 'no definition', null::text, null::text, null::bigint;
      return;
    end if;
    new_key := nextval('key_sequence') << 20;
  end if;
  insert into requests (tenant_id, request_id, operation, actor_type, actor_id, actor_name, body_digest, process_instance_key, command, at, sent_at)
    values (p_tenant, p_request_id, p_operation, p_actor_type, p_actor_id, p_actor_name, p_digest, new_key, p_command, now(), now()) on conflict do nothing;
  if not found then
    return query select case when r.body_digest <> p_digest or r.actor_id <> p_actor_id or r.actor_type <> p_actor_type then 'conflict'
        when r.answer is not null then 'answered' else 'pending' end, r.answer, r.command, r.process_instance_key
      from requests r where r.tenant_id = p_tenant and r.request_id = p_request_id;
    return;
  end if;
  if p_instance is not null then
    started := tenant_now();
    insert into process_instances (tenant_id, process_instance_key, root_process_instance_key, process_definition_key, process_definition_id,
        process_definition_name, process_definition_version, process_definition_version_tag, model_hash, start_date, business_id, started_by, tags)
      select p_tenant, new_key, new_key, d.process_definition_key, d.process_definition_id, d.name, d.version, d.version_tag, d.model_hash, started,
        n.business_id, p_actor_id, coalesce(n.tags, '{}')
      from jsonb_to_record(p_instance) as n(business_id text, tags text[]);
  end if;
  return query select 'new', null::text, p_command, new_key;
end $$;
`;
