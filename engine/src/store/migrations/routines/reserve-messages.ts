/**
 * Matching of messages with those who wait for them. The caller holds `lock_message(tenant, name, correlation key)`, at publishing as well as
 * at opening a subscription, so that neither can miss the other. A message goes to at most one instance of each process (by process id).
 * A reservation is a row in `correlations` and an outbox entry for the courier; the projection of `message correlated` makes it final.
 */
export const reserveMessages = /* sql */ `
create or replace function lock_message(p_tenant text, p_name text, p_correlation_key text) returns void language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(p_tenant || chr(31) || p_name || chr(31) || p_correlation_key, 11));
end $$;

create or replace function reserve_message_for(s message_subscriptions, m messages, p_at timestamptz) returns void language plpgsql as $$
begin
  insert into correlations (tenant_id, message_key, process_definition_id, process_definition_key, process_instance_key, root_process_instance_key,
      element_id, element_instance_key, message_subscription_key, message_name, correlation_key, state, reserved_until, correlation_time)
    values (s.tenant_id, m.message_key, s.process_definition_id, s.process_definition_key, s.process_instance_key, s.root_process_instance_key,
      s.element_id, s.element_instance_key, s.message_subscription_key, m.name, m.correlation_key, 'RESERVED', now() + interval '10 minutes', p_at);
  insert into outbox (tenant_id, topic, payload) values (s.tenant_id, 'deliver message', json_build_object('messageKey', m.message_key::text,
    'subscriptionKey', s.message_subscription_key::text, 'processInstanceKey', s.process_instance_key::text)::text);
end $$;

create or replace function reserve_for_subscription(p_tenant text, p_subscription bigint, p_at timestamptz) returns void language plpgsql as $$
declare
  s message_subscriptions;
  m messages;
begin
  select * into s from message_subscriptions where tenant_id = p_tenant and message_subscription_key = p_subscription and state = 'CREATED';
  if not found or exists (select from correlations c where c.tenant_id = p_tenant and c.message_subscription_key = p_subscription and c.state = 'RESERVED') then
    return;
  end if;
  select * into m from messages b where b.tenant_id = p_tenant and b.name = s.message_name and b.correlation_key = s.correlation_key and b.expires_at > p_at
    and not exists (select from correlations c where c.tenant_id = p_tenant and c.message_key = b.message_key and c.process_definition_id = s.process_definition_id)
    order by b.message_key limit 1;
  if found then
    perform reserve_message_for(s, m, p_at);
  end if;
end $$;

create or replace function reserve_for_message(p_tenant text, p_message bigint, p_at timestamptz, p_starts boolean) returns integer language plpgsql as $$
declare
  m messages;
  s message_subscriptions;
  d record;
  new_instance bigint;
  reserved integer := 0;
begin
  select * into m from messages where tenant_id = p_tenant and message_key = p_message;
  if not found then
    return 0;
  end if;
  for s in select distinct on (o.process_definition_id) o.* from message_subscriptions o
      where o.tenant_id = p_tenant and o.message_name = m.name and o.correlation_key = m.correlation_key and o.state = 'CREATED'
        and not exists (select from correlations c where c.tenant_id = p_tenant and c.message_subscription_key = o.message_subscription_key and c.state = 'RESERVED')
        and not exists (select from correlations c where c.tenant_id = p_tenant and c.message_key = p_message and c.process_definition_id = o.process_definition_id)
      order by o.process_definition_id, o.message_subscription_key loop
    perform reserve_message_for(s, m, p_at);
    reserved := reserved + 1;
  end loop;
  if not p_starts then
    return reserved;
  end if;
  for d in select p.*, o.element_id, o.message_subscription_key from message_start_subscriptions o
      join process_definitions p on p.tenant_id = o.tenant_id and p.process_definition_key = o.process_definition_key
      where o.tenant_id = p_tenant and o.message_name = m.name
        and not exists (select from correlations c where c.tenant_id = p_tenant and c.message_key = p_message and c.process_definition_id = o.process_definition_id)
      order by o.message_subscription_key loop
    new_instance := nextval('key_sequence') << 20;
    insert into process_instances (tenant_id, process_instance_key, root_process_instance_key, process_definition_key, process_definition_id,
        process_definition_name, process_definition_version, process_definition_version_tag, model_hash, start_date, start_message_name, start_correlation_key)
      values (p_tenant, new_instance, new_instance, d.process_definition_key, d.process_definition_id, d.name, d.version, d.version_tag, d.model_hash,
        p_at, m.name, nullif(m.correlation_key, ''))
      on conflict do nothing;
    continue when not found;
    insert into correlations (tenant_id, message_key, process_definition_id, process_definition_key, process_instance_key, root_process_instance_key,
        element_id, element_instance_key, message_subscription_key, message_name, correlation_key, state, correlation_time)
      values (p_tenant, m.message_key, d.process_definition_id, d.process_definition_key, new_instance, new_instance, d.element_id, null,
        d.message_subscription_key, m.name, m.correlation_key, 'CORRELATED', p_at);
    insert into outbox (tenant_id, topic, payload) values (p_tenant, 'start process instance', json_build_object('processInstanceKey', new_instance::text,
      'processDefinitionKey', d.process_definition_key::text, 'modelHash', d.model_hash, 'startElementId', d.element_id,
      'messageKey', m.message_key::text, 'variables', m.variables,
      'actor', json_build_object('type', case m.actor_type when 'UNKNOWN' then 'system' else lower(m.actor_type) end, 'id', m.actor_id, 'name', m.actor_name))::text);
    reserved := reserved + 1;
  end loop;
  return reserved;
end $$;

create or replace function release_reservation(p_tenant text, p_subscription bigint, p_at timestamptz) returns void language plpgsql as $$
declare
  freed bigint;
begin
  delete from correlations where tenant_id = p_tenant and message_subscription_key = p_subscription and state = 'RESERVED' returning message_key into freed;
  if found and exists (select from messages m where m.tenant_id = p_tenant and m.message_key = freed and m.expires_at > p_at) then
    perform reserve_for_message(p_tenant, freed, p_at, false);
  end if;
end $$;

create or replace function buffer_message(p_tenant text, p_key bigint, p_name text, p_correlation_key text, p_message_id text, p_variables text,
  p_at timestamptz, p_expires_at timestamptz, p_actor_type text, p_actor_id text, p_actor_name text) returns boolean language plpgsql as $$
begin
  delete from messages where tenant_id = p_tenant and name = p_name and correlation_key = p_correlation_key and message_id = p_message_id and expires_at <= p_at;
  insert into messages (tenant_id, message_key, name, correlation_key, message_id, variables, actor_type, actor_id, actor_name, published_at, expires_at)
    values (p_tenant, p_key, p_name, p_correlation_key, p_message_id, p_variables, p_actor_type, p_actor_id, p_actor_name, p_at, p_expires_at) on conflict do nothing;
  if not found then
    return false;
  end if;
  if reserve_for_message(p_tenant, p_key, p_at, true) = 0 and p_expires_at <= p_at then
    delete from messages where tenant_id = p_tenant and message_key = p_key;
  end if;
  return true;
end $$;

create or replace function publish_message(p_name text, p_correlation_key text, p_message_id text, p_variables text, p_time_to_live bigint,
  p_actor_type text, p_actor_id text, p_actor_name text) returns bigint language plpgsql as $$
declare
  tenant text := current_setting('app.tenant');
  at timestamptz := tenant_now();
  new_key bigint := nextval('key_sequence') << 20;
begin
  perform lock_message(tenant, p_name, p_correlation_key);
  if buffer_message(tenant, new_key, p_name, p_correlation_key, p_message_id, p_variables, at, at + p_time_to_live * interval '1 millisecond',
      p_actor_type, p_actor_id, p_actor_name) then
    return new_key;
  end if;
  return null;
end $$;
`;
