import { evaluateKey, evaluateText } from '../../expressions/typed.ts';
import type { MessageCatchModel, MessageThrowModel } from '../../model/trigger-model.ts';
import { success } from '../../outcome.ts';
import { openWait } from '../../rules/open-wait.ts';
import { createJob } from '../../rules/work-by-job.ts';
import { drawKey } from '../../turn/draw-key.ts';
import { scopeAround } from '../../variables/instance-scope.ts';
import type { CatchTrigger, ThrowTrigger } from '../trigger.ts';

/** Listens for a message by name and correlation key. The key of a boundary event is evaluated in the scope around its activity. */
export const catchMessage: CatchTrigger<MessageCatchModel> = {
  arm(turn, owner, event, { name, correlationKey }) {
    const messageName = evaluateText({ turn, instance: owner }, name);
    if (!messageName.ok) return messageName;
    const scope = event.type === 'boundary event' ? (scopeAround(turn, owner) ?? owner) : owner;
    const key = evaluateKey({ turn, instance: owner, scope }, correlationKey ?? '');
    if (!key.ok) return key;
    const subscriptionKey = drawKey(turn);
    const subscription = { messageName: messageName.value, correlationKey: key.value };
    openWait(turn, { key: subscriptionKey, type: 'subscription', instance: owner.key, target: event.id, ...subscription });
    turn.commands.push({ type: 'open subscription', subscriptionKey, elementInstanceKey: owner.key, elementId: event.id, ...subscription });
    return success(undefined);
  },
};

/** Sent by a job worker. */
export const throwMessage: ThrowTrigger<MessageThrowModel> = {
  throw: (turn, instance, _event, { job }) => createJob(turn, instance, job),
};
