import type { IntermediateThrowEventModel } from '../../model/element-model.ts';
import { done } from '../../outcome.ts';
import { finishJob } from '../../rules/work-by-job.ts';
import { throwEvent } from '../../triggers/trigger.ts';
import type { Element } from '../element.ts';

export const intermediateThrowEvent: Element<IntermediateThrowEventModel> = {
  elementType: 'INTERMEDIATE_THROW_EVENT',
  enter: (turn, instance, event) => (event.trigger ? throwEvent(turn, instance, event, event.trigger) : done),
  react: (turn, instance, _event, occurrence) => finishJob(turn, instance, occurrence),
};
