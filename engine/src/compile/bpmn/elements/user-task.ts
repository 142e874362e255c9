import { readForm } from '../extensions/form.ts';
import { readHeaders } from '../extensions/job.ts';
import type { ElementReader } from './element-reader.ts';

export const readUserTask: ElementReader<'user task'> = ({ file, xml, extensions }) => {
  const marked = extensions.zeebe('userTask');
  if (marked) extensions.attributes(marked);
  else file.warn(xml, 'deprecated-user-task', 'A user task without zeebe:userTask is done by job workers in Camunda, where that kind is deprecated; here it is a task for people.');
  const assignment = extensions.zeebe('assignmentDefinition');
  const schedule = extensions.zeebe('taskSchedule');
  const priorityDefinition = extensions.zeebe('priorityDefinition');
  const { assignee, candidateGroups, candidateUsers } = assignment ? extensions.attributes(assignment, 'assignee', 'candidateGroups', 'candidateUsers') : {};
  const { dueDate, followUpDate } = schedule ? extensions.attributes(schedule, 'dueDate', 'followUpDate') : {};
  const { priority } = priorityDefinition ? extensions.attributes(priorityDefinition, 'priority') : {};
  const form = readForm(extensions);
  const headers = readHeaders(extensions);
  return {
    type: 'user task',
    ...(assignee && { assignee }),
    ...(candidateGroups && { candidateGroups }),
    ...(candidateUsers && { candidateUsers }),
    ...(dueDate && { dueDate }),
    ...(followUpDate && { followUpDate }),
    ...(priority && { priority }),
    ...(form && { form }),
    ...(headers && { headers }),
  };
};
