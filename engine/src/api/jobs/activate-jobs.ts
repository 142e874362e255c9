import type { ActivatedJob } from '../../contract/index.ts';
import { activateJobs as takeJobs } from '../../store/index.ts';
import { mustBeAllowed } from '../access/must-be-allowed.ts';
import type { Services } from '../services.ts';
import type { Asked } from '../verb.ts';

/** Milliseconds to wait for a job where the client doesn't say, and at most. */
const usualWait = 10_000;
const longestWait = 60_000;
/** A job may become free without a hint, when a worker's time is over: looked after so often. */
const lookAgainAfter = 1_000;

/** Takes jobs, or waits for some. When the client goes away meanwhile, nothing is taken in its name. */
export async function activateJobs({ store, live }: Services, { caller, body }: Asked<'activateJobs'>, closed: AbortSignal): Promise<{ jobs: ActivatedJob[] }> {
  mustBeAllowed(caller, 'work', 'job', { jobType: body.type });
  const activation = { type: body.type, worker: body.worker, timeout: body.timeout, limit: body.maxJobsToActivate, fetchVariables: body.fetchVariable };
  const gone = AbortSignal.any([closed, live.stopping]);
  const until = performance.now() + waitOf(body.requestTimeout);
  for (;;) {
    const hinted = live.next(caller.tenantId, (hint) => hint.type === 'job' && hint.jobType === body.type, Math.min(lookAgainAfter, Math.max(0, until - performance.now())), gone);
    const jobs = gone.aborted ? [] : await store.inTenant(caller.tenantId, (tx) => takeJobs(tx, activation));
    if (jobs.length > 0 || gone.aborted || performance.now() >= until) return { jobs };
    await hinted;
  }
}

function waitOf(requestTimeout: number): number {
  if (requestTimeout < 0) return 0;
  return requestTimeout === 0 ? usualWait : Math.min(requestTimeout, longestWait);
}
