import { reactTo } from '../lifecycle/react-to.ts';
import { closeWait } from '../rules/open-wait.ts';
import { acceptedWait, refuse, waitOf, type EventOf, type Receiver } from './receiver.ts';

export const definitionResolved: Receiver<EventOf<'definition resolved'>> = {
  accept: (snapshot, { resolutionKey }) => (waitOf(snapshot, resolutionKey, 'resolution') ? null : refuse('resolution not asked for', `Resolution ${resolutionKey} is not asked for.`)),
  apply(turn, { resolutionKey, outcome }) {
    const { instance } = acceptedWait(turn, resolutionKey, 'resolution');
    closeWait(turn, resolutionKey);
    reactTo(turn, instance, { type: 'definition resolved', outcome });
  },
};
