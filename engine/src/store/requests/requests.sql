-- The statements of this folder, written by `node engine/scripts/write-statements.ts` and compared by a test.

-- beginRequest
select *
  from begin_request($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12);

-- answerOnce
select outcome, answer
  from begin_request(current_setting('app.tenant'), $1, $2, $3, $4, $5, $6, $7::bigint, 'null', null, null, null);

-- answerRequest
update requests
  set answer = coalesce(answer, $1), settled_at = now()
  where request_id = $2 and settled_at is null;

-- takeUnsettledRequests
with overdue as (select u.request_id
    from requests u
    where u.tenant_id = current_setting('app.tenant') and u.settled_at is null and u.sent_at <= now() - $1 * interval '1 millisecond'
    order by u.sent_at
    limit $2 for update skip locked) update requests r
  set sent_at = now()
  from overdue
  where r.tenant_id = current_setting('app.tenant') and r.request_id = overdue.request_id
  returning r.request_id, r.operation, r.actor_type, r.actor_id, r.actor_name, r.process_instance_key, r.command;

-- settleRequests
update requests
  set settled_at = now()
  where tenant_id = current_setting('app.tenant') and request_id = any($1) and answer is not null and settled_at is null;

-- findRequest
select "answer"
  from "requests"
  where "request_id" = $1;

-- forgetOldRequests
delete
  from requests
  where tenant_id = current_setting('app.tenant') and at < now() - interval '30 days' and settled_at is not null;
