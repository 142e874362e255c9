import { findJob } from '../../store/index.ts';
import type { Caller } from '../access/caller.ts';
import { found } from '../access/found.ts';
import { mustBeAllowedTo } from '../access/must-be-allowed.ts';
import type { Services } from '../services.ts';

/** The access check of all that is done to one job. */
export async function mustBeAllowedToWorkOn({ store }: Pick<Services, 'store'>, caller: Caller, jobKey: string): Promise<void> {
  const { processDefinitionId, type } = found('job', jobKey, await store.inTenant(caller.tenantId, (tx) => findJob(tx, jobKey)));
  mustBeAllowedTo(caller, 'work', 'job', jobKey, { processId: processDefinitionId, jobType: type });
}
