import { fireEvent } from '../rules/fire-event.ts';
import { closeWait } from '../rules/open-wait.ts';
import { fits } from './fits.ts';
import { acceptedWait, refuse, waitOf, type EventOf, type Receiver } from './receiver.ts';

/** A message has come. Events that interrupt nothing go on listening for the next. */
export const messageCorrelated: Receiver<EventOf<'message correlated'>> = {
  accept: (snapshot, { subscriptionKey, variables }) =>
    waitOf(snapshot, subscriptionKey, 'subscription') ? fits(snapshot, variables) : refuse('subscription not open', `Subscription ${subscriptionKey} is not open.`),
  apply(turn, { subscriptionKey, variables }) {
    const { instance, target } = acceptedWait(turn, subscriptionKey, 'subscription');
    if (!turn.model.staysOpen(target)) {
      closeWait(turn, subscriptionKey);
      turn.commands.push({ type: 'close subscription', subscriptionKey, outcome: 'correlated' });
    }
    fireEvent(turn, instance, target, variables);
  },
};
