import type { Variables } from '../../kernel/index.ts';
import { findRequest, variablesSeenFrom } from '../../store/index.ts';
import type { Caller } from '../access/caller.ts';
import { weighUserTask } from '../access/attributes-of-task.ts';
import { mustBeAllowedTo } from '../access/must-be-allowed.ts';
import { checkFormValues } from '../form-values/check-form-values.ts';
import { Problem } from '../http/problem.ts';
import { requestIdOf } from '../once.ts';
import { requestOf, settled } from '../outcome.ts';
import type { Services } from '../services.ts';
import type { Verb } from '../verb.ts';

/** Access and form are checked before the request is written down; one that has been written with this idempotency key has passed. */
export const completeUserTask: Verb<'completeUserTask'> = async (services, { caller, params: { userTaskKey }, body }) => {
  const variables = (await checkCompletion(services, caller, userTaskKey, body.variables)) ?? body.variables;
  const action = body.action ?? (typeof variables['outcome'] === 'string' ? variables['outcome'] : undefined);
  settled(await services.runtime.completeUserTask({ ...requestOf(caller), userTaskKey, variables, ...(action !== undefined && { action }) }), 'user task', userTaskKey);
};

/** The values to write as the frozen form gives them; null where this was asked before. */
async function checkCompletion(services: Services, caller: Caller, userTaskKey: string, values: Variables): Promise<Variables | null> {
  const weighed = await services.store.inTenant(caller.tenantId, async (tx) => {
    if (caller.idempotencyKey !== null && (await findRequest(tx, requestIdOf(caller)))) return null;
    const { task, background, attributes } = await weighUserTask(tx, caller.ability, userTaskKey);
    mustBeAllowedTo(caller, 'complete', 'user task', userTaskKey, attributes);
    if (task.state !== 'CREATED') throw new Problem('wrong-state', `The user task ${userTaskKey} is not open: it is ${task.state}.`);
    if (background.formMissing !== null) throw new Problem('wrong-state', `The form ${background.formMissing} did not exist when the user task ${userTaskKey} opened.`);
    return { formHash: background.formHash, stored: background.formHash === null ? {} : await variablesSeenFrom(tx, task.elementInstanceKey) };
  });
  if (weighed === null) return null;
  if (weighed.formHash === null) return values;
  return checkFormValues(services, caller, { schema: await services.contents.read(caller.tenantId, weighed.formHash), values, stored: weighed.stored });
}
