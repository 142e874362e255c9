import { variableAttributes, type Ability, type Attributes } from '../../policy/index.ts';
import { findTaskBackground, findUserTask, variablesSeenFrom, type TaskBackground, type Tx } from '../../store/index.ts';
import type { UserTask } from '../../contract/index.ts';
import { notFound } from '../http/problem.ts';

/** A user task with all that access rules may ask about it. */
export interface WeighedTask {
  readonly task: UserTask;
  readonly background: TaskBackground;
  readonly attributes: Attributes;
}

export async function weighUserTask(tx: Tx, ability: Ability, userTaskKey: string): Promise<WeighedTask> {
  const [task, background] = await Promise.all([findUserTask(tx, userTaskKey), findTaskBackground(tx, userTaskKey)]);
  if (task === undefined || background === undefined) throw notFound('user task', userTaskKey);
  const attributes = {
    processId: task.processDefinitionId,
    elementId: task.elementId,
    candidateGroups: task.candidateGroups,
    candidateUsers: task.candidateUsers,
    assignee: task.assignee,
    startedBy: background.startedBy,
    ...(await ruledVariables(tx, ability, task.processInstanceKey)),
  };
  return { task, background, attributes };
}

/** The variables of an instance that the person's rules name; most name none, and then nothing is read. */
export async function ruledVariables(tx: Tx, ability: Ability, processInstanceKey: string): Promise<Attributes> {
  const named = ability.rules.flatMap(({ when }) => Object.keys(when)).filter((name) => name.startsWith('variables.'));
  if (named.length === 0) return {};
  return variableAttributes(await variablesSeenFrom(tx, processInstanceKey, named.map((name) => name.slice('variables.'.length))));
}
