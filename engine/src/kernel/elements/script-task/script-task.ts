import { evaluateJson } from '../../expressions/typed.ts';
import type { ScriptTaskModel } from '../../model/element-model.ts';
import { done } from '../../outcome.ts';
import { deliverVariables } from '../../rules/deliver-variables.ts';
import { createJob, finishJob } from '../../rules/work-by-job.ts';
import type { Element } from '../element.ts';

/** A FEEL expression whose result becomes a variable (`zeebe:script`), or a script that a job worker runs. */
export const scriptTask: Element<ScriptTaskModel> = {
  elementType: 'SCRIPT_TASK',
  enter(turn, instance, { work }) {
    if (work.type === 'job') return createJob(turn, instance, work.job);
    const result = evaluateJson({ turn, instance }, work.expression);
    if (!result.ok) return result;
    deliverVariables(turn, instance, { [work.resultVariable]: result.value });
    return done;
  },
  react: (turn, instance, _task, occurrence) => finishJob(turn, instance, occurrence),
};
