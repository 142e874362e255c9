import type { EndEventModel } from '../../model/element-model.ts';
import { done, success } from '../../outcome.ts';
import { finishJob } from '../../rules/work-by-job.ts';
import { throwEvent } from '../../triggers/trigger.ts';
import type { Element } from '../element.ts';

export const endEvent: Element<EndEventModel> = {
  elementType: 'END_EVENT',
  enter: (turn, instance, event) => (event.trigger ? throwEvent(turn, instance, event, event.trigger) : done),
  react: (turn, instance, _event, occurrence) => finishJob(turn, instance, occurrence),
  leave: () => success([]),
};
