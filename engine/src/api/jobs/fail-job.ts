import { requestOf, settled } from '../outcome.ts';
import type { Verb } from '../verb.ts';
import { mustBeAllowedToWorkOn } from './work-on-job.ts';

export const failJob: Verb<'failJob'> = async (services, { caller, params: { jobKey }, body }) => {
  await mustBeAllowedToWorkOn(services, caller, jobKey);
  settled(await services.runtime.failJob({ ...requestOf(caller), jobKey, ...body }), 'job', jobKey);
};
