-- The statements of this folder, written by `node engine/scripts/write-statements.ts` and compared by a test.

-- readTurns
select "step", "events", "result"
  from "step_log"
  where "process_instance_key" = $1 and "step" >= $2
  order by "step"
  limit $3;

-- nextStep
select "step"
  from "step_log"
  where "process_instance_key" = $1
  order by "step" desc
  limit $2;

-- nextStep
select "step"
  from "step_log"
  where "process_instance_key" = $1
  order by "step" desc
  limit $2;
