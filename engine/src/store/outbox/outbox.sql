-- The statements of this folder, written by `node engine/scripts/write-statements.ts` and compared by a test.

-- appendOutbox
insert into outbox (tenant_id, topic, payload)
  values (current_setting('app.tenant'), $1, $2);

-- takeOutbox
with due as (select d.outbox_key
    from outbox d
    where d.tenant_id = current_setting('app.tenant') and d.available_at <= now() and d.topic = any($1)
    order by d.available_at, d.outbox_key
    limit $2 for update skip locked) update outbox o
  set available_at = now() + $3 * interval '1 millisecond', attempts = o.attempts + 1
  from due
  where o.tenant_id = current_setting('app.tenant') and o.outbox_key = due.outbox_key
  returning o.outbox_key, o.topic, o.payload, o.attempts;

-- removeFromOutbox
delete
  from outbox
  where tenant_id = current_setting('app.tenant') and outbox_key = any($1::bigint[]);

-- putOff
update outbox
  set available_at = now() + $1 * interval '1 millisecond', last_error = $2
  where tenant_id = current_setting('app.tenant') and outbox_key = $3;
