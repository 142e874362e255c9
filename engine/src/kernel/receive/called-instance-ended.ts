import { reactTo } from '../lifecycle/react-to.ts';
import { fail } from '../outcome.ts';
import { closeWait } from '../rules/open-wait.ts';
import { raiseIncident } from '../rules/raise-incident.ts';
import { throwError, uncaughtError } from '../rules/throw-error.ts';
import { acceptedWait, refuse, waitOf, type EventOf, type Receiver } from './receiver.ts';

/** The instance that a call activity started has ended; told twice, the second time is dropped. */
export const calledInstanceEnded: Receiver<EventOf<'called instance ended'>> = {
  accept: (snapshot, { elementInstanceKey }) =>
    waitOf(snapshot, elementInstanceKey, 'called instance') ? null : refuse('instance not called', `Call activity ${elementInstanceKey} waits for no instance.`),
  apply(turn, { elementInstanceKey, outcome }) {
    const { instance } = acceptedWait(turn, elementInstanceKey, 'called instance');
    closeWait(turn, elementInstanceKey);
    switch (outcome.type) {
      case 'completed':
        return reactTo(turn, instance, { type: 'called instance ended', variables: outcome.variables });
      case 'error': {
        const error = { code: outcome.errorCode, message: outcome.errorMessage, variables: outcome.variables };
        if (!throwError(turn, turn.instance(instance), error)) raiseIncident(turn, instance, uncaughtError(error).error);
        return;
      }
      case 'terminated':
        turn.edit(instance).phase = 'enter';
        raiseIncident(turn, instance, fail('CALLED_ELEMENT_ERROR', 'The called instance was cancelled. Resolve the incident to call it again.').error);
    }
  },
};
