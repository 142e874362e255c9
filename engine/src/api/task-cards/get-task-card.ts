import { fieldsOf } from '../../forms/index.ts';
import type { Form, RecordEntry, UserTask } from '../../contract/index.ts';
import { displayNames, findForm, findProcessInstance, variablesSeenFrom } from '../../store/index.ts';
import { weighUserTask } from '../access/attributes-of-task.ts';
import type { Caller } from '../access/caller.ts';
import { found } from '../access/found.ts';
import { mustBeAllowedTo } from '../access/must-be-allowed.ts';
import { readSchema } from '../form-values/check-form-values.ts';
import { namesOfProcess } from '../names-of.ts';
import { describeRecord } from '../record/describe-record.ts';
import type { Verb } from '../verb.ts';

export const getTaskCard: Verb<'getTaskCard'> = async (services, { caller, params: { userTaskKey } }) =>
  services.store.inTenant(caller.tenantId, async (tx) => {
    const { task, background, attributes } = await weighUserTask(tx, caller.ability, userTaskKey);
    mustBeAllowedTo(caller, 'read', 'user task', userTaskKey, attributes);
    const instance = found('process instance', task.processInstanceKey, await findProcessInstance(tx, task.processInstanceKey));
    const names = await namesOfProcess(tx, task.processDefinitionKey);
    const form = task.formKey === null ? null : found('form', task.formKey, await findForm(tx, task.formKey));
    const record = await describeRecord(services, tx, instance);
    const may = (action: 'claim' | 'assign' | 'complete' | 'update'): boolean => task.state === 'CREATED' && caller.ability.can(action, 'user task', attributes);
    return {
      task,
      names: names.element(task.elementId, task.name),
      instance,
      processNames: names.process(instance.processDefinitionId, instance.processDefinitionName),
      form,
      formMissing: background.formMissing,
      values: await variablesSeenFrom(tx, task.elementInstanceKey, fieldNames(form)),
      record,
      may: {
        claim: task.assignee === null && may('claim'),
        unclaim: task.state === 'CREATED' && task.assignee === caller.actor.id,
        assign: may('assign'),
        complete: background.formMissing === null && may('complete'),
        update: may('update'),
      },
      whyMine: whyOf(caller, task),
      people: await displayNames(tx, peopleOf(task, record)),
    };
  });

function fieldNames(form: Form | null): string[] | undefined {
  return form === null ? undefined : fieldsOf(readSchema(form.schema).components).map(({ component }) => component.key);
}

function whyOf(caller: Caller, { assignee, candidateUsers, candidateGroups }: UserTask): string | null {
  if (assignee === caller.actor.id) return 'assignee';
  if (candidateUsers.includes(caller.actor.id)) return 'candidate';
  return candidateGroups.find((group) => caller.person.groups.includes(group)) ?? null;
}

export function peopleOf({ assignee, candidateUsers }: Pick<UserTask, 'assignee' | 'candidateUsers'>, record: readonly RecordEntry[]): string[] {
  const named = [assignee, ...candidateUsers, ...record.map((entry) => ('by' in entry ? entry.by : null))];
  return [...new Set(named.filter((id) => id !== null))];
}
