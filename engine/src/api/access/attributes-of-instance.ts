import type { ProcessInstance } from '../../contract/index.ts';
import type { Ability, Attributes } from '../../policy/index.ts';
import { findProcessInstance, type Tx } from '../../store/index.ts';
import { notFound } from '../http/problem.ts';
import { ruledVariables } from './attributes-of-task.ts';

/** A process instance with all that access rules may ask about it. */
export async function weighProcessInstance(tx: Tx, ability: Ability, processInstanceKey: string): Promise<{ instance: ProcessInstance; attributes: Attributes }> {
  const instance = await findProcessInstance(tx, processInstanceKey);
  if (instance === undefined) throw notFound('process instance', processInstanceKey);
  const variables = await ruledVariables(tx, ability, processInstanceKey);
  return { instance, attributes: { processId: instance.processDefinitionId, startedBy: instance.startedBy, ...variables } };
}
