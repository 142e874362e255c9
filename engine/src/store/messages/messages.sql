-- The statements of this folder, written by `node engine/scripts/write-statements.ts` and compared by a test.

-- publishMessage
select publish_message($1, $2, $3, $4, $5::bigint, $6, $7, $8) as key;
select "process_instance_key", "message_subscription_key", "state"
  from "correlations"
  where "message_key" = $1
  order by "message_subscription_key";

-- findReservedMessage
select "c"."process_instance_key", "m"."variables", "m"."actor_type", "m"."actor_id", "m"."actor_name"
  from "correlations" as "c"
  inner
  join "messages" as "m" on "m"."message_key" = "c"."message_key"
  where "c"."message_subscription_key" = $1 and "c"."message_key" = $2 and "c"."state" = $3;

-- findCorrelation
select "state"
  from "correlations"
  where "message_key" = $1 and "process_instance_key" = $2;

-- refuseMessage
select lock_message(m.tenant_id, m.name, m.correlation_key)
  from messages m
  where m.message_key = $1;
select release_reservation(c.tenant_id, c.message_subscription_key, tenant_now())
  from correlations c
  where c.message_key = $1 and c.message_subscription_key = $2 and c.state = 'RESERVED';

-- lapseReservations
select "message_key", "message_subscription_key"
  from "correlations"
  where "state" = $1 and "reserved_until" < now()
  order by "message_key"
  limit $2;

-- dropExpiredMessages
delete
  from messages m
  where m.tenant_id = current_setting('app.tenant') and m.expires_at <= tenant_now() and not exists (select
    from correlations c
    where c.tenant_id = m.tenant_id and c.message_key = m.message_key and c.state = 'RESERVED');
