import { terminateInstance } from '../rules/finish-instance.ts';
import type { EventOf, Receiver } from './receiver.ts';

export const cancelRequested: Receiver<EventOf<'cancel requested'>> = {
  accept: () => null,
  apply: terminateInstance,
};
