import { extendJobDeadline } from '../../store/index.ts';
import { Problem } from '../http/problem.ts';
import { requestOf, settled } from '../outcome.ts';
import type { Verb } from '../verb.ts';
import { mustBeAllowedToWorkOn } from './work-on-job.ts';

export const updateJob: Verb<'updateJob'> = async (services, { caller, params: { jobKey }, body: { changeset } }) => {
  await mustBeAllowedToWorkOn(services, caller, jobKey);
  const { retries, timeout } = changeset;
  if (retries === undefined && timeout === undefined) throw new Problem('invalid-request', 'Nothing is to be changed.', { errors: [{ path: '/changeset', message: 'must hold retries or timeout' }] });
  if (timeout !== undefined) {
    const deadline = await services.store.inTenant(caller.tenantId, (tx) => extendJobDeadline(tx, jobKey, timeout));
    if (deadline === undefined) throw new Problem('wrong-state', `The job ${jobKey} is not being worked on, so it has no time to extend.`);
  }
  if (retries !== undefined) settled(await services.runtime.updateJobRetries({ ...requestOf(caller), jobKey, retries }), 'job', jobKey);
};
