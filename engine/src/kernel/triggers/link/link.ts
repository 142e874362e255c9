import type { ElementModel } from '../../model/element-model.ts';
import type { LinkModel } from '../../model/trigger-model.ts';
import { done, fail, success } from '../../outcome.ts';
import { enterFiredEvent } from '../../rules/enter-fired-event.ts';
import type { CatchTrigger, ThrowTrigger } from '../trigger.ts';

/** A link event is entered from its other half, never listened for. */
export const catchLink: CatchTrigger<LinkModel> = { arm: () => success(undefined) };

/** The token goes on at the catching half in the same scope. */
export const throwLink: ThrowTrigger<LinkModel> = {
  throw(turn, instance, { scope }, { name }) {
    const isOtherHalf = (event: ElementModel): boolean =>
      event.type === 'intermediate catch event' && event.scope === scope && event.trigger.type === 'link' && event.trigger.name === name;
    const target = Object.values(turn.model.source.elements).find(isOtherHalf);
    if (!target) return fail('UNKNOWN', `No link event catches '${name}' here.`);
    enterFiredEvent(turn, target.id, instance.scope as string, {});
    return done;
  },
};
