import { findIncident } from '../../store/index.ts';
import { found } from '../access/found.ts';
import { mustBeAllowedTo } from '../access/must-be-allowed.ts';
import { requestOf, settled } from '../outcome.ts';
import type { Verb } from '../verb.ts';

export const resolveIncident: Verb<'resolveIncident'> = async ({ store, runtime }, { caller, params: { incidentKey } }) => {
  const { processDefinitionId } = found('incident', incidentKey, await store.inTenant(caller.tenantId, (tx) => findIncident(tx, incidentKey)));
  mustBeAllowedTo(caller, 'resolve', 'incident', incidentKey, { processId: processDefinitionId });
  settled(await runtime.resolveIncident({ ...requestOf(caller), incidentKey }), 'incident', incidentKey);
};
