import { Problem } from '../http/problem.ts';
import { requestOf, settled } from '../outcome.ts';
import type { Verb } from '../verb.ts';
import { mustBeAllowedToWorkOn } from './work-on-job.ts';

export const completeJob: Verb<'completeJob'> = async (services, { caller, params: { jobKey }, body }) => {
  await mustBeAllowedToWorkOn(services, caller, jobKey);
  if (body.result !== undefined && Object.keys(body.result).some((name) => name !== 'type')) throw new Problem('not-implemented', 'Results of task listeners and ad-hoc subprocesses are not done here.');
  settled(await services.runtime.completeJob({ ...requestOf(caller), jobKey, variables: body.variables }), 'job', jobKey);
};
