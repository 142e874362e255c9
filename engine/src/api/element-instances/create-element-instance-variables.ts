import { findElementInstance } from '../../store/index.ts';
import { weighProcessInstance } from '../access/attributes-of-instance.ts';
import { found } from '../access/found.ts';
import { mustBeAllowedTo } from '../access/must-be-allowed.ts';
import { requestOf, settled } from '../outcome.ts';
import type { Verb } from '../verb.ts';

/** The key may be that of the process instance as well. */
export const createElementInstanceVariables: Verb<'createElementInstanceVariables'> = async ({ store, runtime }, { caller, params: { elementInstanceKey }, body: { variables, local } }) => {
  const { instance, attributes } = await store.inTenant(caller.tenantId, async (tx) => {
    const element = found('element instance', elementInstanceKey, await findElementInstance(tx, elementInstanceKey));
    return weighProcessInstance(tx, caller.ability, element.processInstanceKey);
  });
  mustBeAllowedTo(caller, 'update', 'process instance', instance.processInstanceKey, attributes);
  settled(await runtime.setVariables({ ...requestOf(caller), elementInstanceKey, variables, local }), 'element instance', elementInstanceKey);
};
