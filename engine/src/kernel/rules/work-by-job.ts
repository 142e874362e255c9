import { evaluateInteger, evaluateText } from '../expressions/typed.ts';
import type { Occurrence } from '../elements/occurrence.ts';
import type { JobModel } from '../model/job-model.ts';
import { done, waits, type Outcome } from '../outcome.ts';
import type { ElementInstance } from '../snapshot.ts';
import { drawKey } from '../turn/draw-key.ts';
import type { Turn } from '../turn/turn.ts';
import { deliverVariables } from './deliver-variables.ts';
import { openWait } from './open-wait.ts';

const mostRetries = 1_000_000;

/** Offers an element's work to job workers. */
export function createJob(turn: Turn, instance: ElementInstance, { jobType, retries, headers = {} }: JobModel): Outcome {
  const asking = { turn, instance };
  const type = evaluateText(asking, jobType);
  if (!type.ok) return type;
  const tries = evaluateInteger(asking, retries, 1, mostRetries);
  if (!tries.ok) return tries;
  const jobKey = drawKey(turn);
  openWait(turn, { key: jobKey, type: 'job', instance: instance.key, retries: tries.value });
  turn.commands.push({
    type: 'create job',
    jobKey,
    elementInstanceKey: instance.key,
    elementId: instance.elementId,
    jobType: type.value,
    retries: tries.value,
    headers,
  });
  return waits;
}

/** Takes what the worker has brought. */
export function finishJob(turn: Turn, instance: ElementInstance, occurrence: Occurrence): Outcome {
  if (occurrence.type !== 'job completed') return waits;
  deliverVariables(turn, instance, occurrence.variables);
  return done;
}
