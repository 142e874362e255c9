import { weighProcessInstance } from '../access/attributes-of-instance.ts';
import { mustBeAllowedTo } from '../access/must-be-allowed.ts';
import { requestOf, settled } from '../outcome.ts';
import type { Verb } from '../verb.ts';

export const cancelProcessInstance: Verb<'cancelProcessInstance'> = async ({ store, runtime }, { caller, params: { processInstanceKey }, body: { reason } }) => {
  const { attributes } = await store.inTenant(caller.tenantId, (tx) => weighProcessInstance(tx, caller.ability, processInstanceKey));
  mustBeAllowedTo(caller, 'cancel', 'process instance', processInstanceKey, attributes);
  settled(await runtime.cancelProcessInstance({ ...requestOf(caller), processInstanceKey, ...(reason !== undefined && { reason }) }), 'process instance', processInstanceKey);
};
