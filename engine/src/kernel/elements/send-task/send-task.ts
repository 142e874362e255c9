import type { SendTaskModel } from '../../model/element-model.ts';
import { createJob, finishJob } from '../../rules/work-by-job.ts';
import type { Element } from '../element.ts';

export const sendTask: Element<SendTaskModel> = {
  elementType: 'SEND_TASK',
  enter: (turn, instance, { job }) => createJob(turn, instance, job),
  react: (turn, instance, _task, occurrence) => finishJob(turn, instance, occurrence),
};
