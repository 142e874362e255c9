-- The statements of this folder, written by `node engine/scripts/write-statements.ts` and compared by a test.

-- keepPayload
insert into payloads (tenant_id, name, content)
  values (current_setting('app.tenant'), $1, $2)
  on conflict do nothing;

-- readPayload
select "content"
  from "payloads"
  where "name" = $1;
