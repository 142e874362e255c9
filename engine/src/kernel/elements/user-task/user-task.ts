import { evaluateInteger, evaluateOptionalInstant, evaluateOptionalText, evaluateTexts } from '../../expressions/typed.ts';
import type { UserTaskModel } from '../../model/element-model.ts';
import { done, success, waits } from '../../outcome.ts';
import { deliverVariables } from '../../rules/deliver-variables.ts';
import { openWait } from '../../rules/open-wait.ts';
import { drawKey } from '../../turn/draw-key.ts';
import type { Element } from '../element.ts';
import { evaluateForm } from './evaluate-form.ts';

const defaultPriority = 50;

/** Work for a person: who it is for, until when, and with which form. */
export const userTask: Element<UserTaskModel> = {
  elementType: 'USER_TASK',
  enter(turn, instance, task) {
    const asking = { turn, instance };
    const assignee = task.assignee === undefined ? none : evaluateOptionalText(asking, task.assignee);
    if (!assignee.ok) return assignee;
    const candidateGroups = task.candidateGroups === undefined ? nobody : evaluateTexts(asking, task.candidateGroups);
    if (!candidateGroups.ok) return candidateGroups;
    const candidateUsers = task.candidateUsers === undefined ? nobody : evaluateTexts(asking, task.candidateUsers);
    if (!candidateUsers.ok) return candidateUsers;
    const dueAt = task.dueDate === undefined ? none : evaluateOptionalInstant(asking, task.dueDate);
    if (!dueAt.ok) return dueAt;
    const followUpAt = task.followUpDate === undefined ? none : evaluateOptionalInstant(asking, task.followUpDate);
    if (!followUpAt.ok) return followUpAt;
    const priority = task.priority === undefined ? success(defaultPriority) : evaluateInteger(asking, task.priority, 0, 100);
    if (!priority.ok) return priority;
    const form = task.form === undefined ? none : evaluateForm(asking, task.form);
    if (!form.ok) return form;
    const userTaskKey = drawKey(turn);
    openWait(turn, { key: userTaskKey, type: 'user task', instance: instance.key });
    turn.commands.push({
      type: 'open user task',
      userTaskKey,
      elementInstanceKey: instance.key,
      elementId: task.id,
      name: task.name ?? task.id,
      assignee: assignee.value,
      candidateGroups: candidateGroups.value,
      candidateUsers: candidateUsers.value,
      dueAt: dueAt.value,
      followUpAt: followUpAt.value,
      priority: priority.value,
      form: form.value,
      headers: task.headers ?? {},
    });
    return waits;
  },
  react(turn, instance, _task, occurrence) {
    if (occurrence.type !== 'user task completed') return waits;
    deliverVariables(turn, instance, occurrence.variables);
    return done;
  },
};

const none = success(null);
const nobody = success<readonly string[]>([]);
