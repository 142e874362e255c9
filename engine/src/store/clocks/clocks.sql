-- The statements of this folder, written by `node engine/scripts/write-statements.ts` and compared by a test.

-- tenantNow
select tenant_now() as now;

-- pinClock
select "is_test"
  from "tenants";
insert into tenant_clocks (tenant_id, pinned_at)
  values (current_setting('app.tenant'), $1)
  on conflict (tenant_id) do update
  set pinned_at = excluded.pinned_at, updated_at = now();

-- resetClock
select "is_test"
  from "tenants";
delete
  from "tenant_clocks";

-- dueTimers
select "timer_key", "process_instance_key", "element_id", "due_at"
  from "timers"
  where "due_at" <= $1::timestamptz
  order by "due_at", "timer_key"
  limit $2;

-- nextTimerDue
select "due_at"
  from "timers"
  order by "due_at", "timer_key"
  limit $1;
