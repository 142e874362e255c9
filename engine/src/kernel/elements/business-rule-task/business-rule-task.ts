import { evaluateText } from '../../expressions/typed.ts';
import type { BusinessRuleTaskModel } from '../../model/element-model.ts';
import { waits } from '../../outcome.ts';
import { openWait } from '../../rules/open-wait.ts';
import { createJob, finishJob } from '../../rules/work-by-job.ts';
import { drawKey } from '../../turn/draw-key.ts';
import type { Element } from '../element.ts';
import { decide } from './decide.ts';

/** A decision, resolved by its binding and evaluated here, or rules that a job worker applies. */
export const businessRuleTask: Element<BusinessRuleTaskModel> = {
  elementType: 'BUSINESS_RULE_TASK',
  enter(turn, instance, { work }) {
    if (work.type === 'job') return createJob(turn, instance, work.job);
    const id = evaluateText({ turn, instance, incidentType: 'CALLED_DECISION_ERROR' }, work.decisionId);
    if (!id.ok) return id;
    const resolutionKey = drawKey(turn);
    openWait(turn, { key: resolutionKey, type: 'resolution', instance: instance.key });
    turn.commands.push({ type: 'resolve definition', resolutionKey, elementInstanceKey: instance.key, kind: 'decision', id: id.value, binding: work.binding });
    return waits;
  },
  react(turn, instance, { work }, occurrence) {
    if (work.type === 'job') return finishJob(turn, instance, occurrence);
    return occurrence.type === 'definition resolved' ? decide(turn, instance, work.resultVariable, occurrence.outcome) : waits;
  },
};
