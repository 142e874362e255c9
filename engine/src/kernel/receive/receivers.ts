import type { KernelEvent } from '../events.ts';
import { isEnded, type Snapshot } from '../snapshot.ts';
import { calledInstanceEnded } from './called-instance-ended.ts';
import { cancelRequested } from './cancel-requested.ts';
import { definitionResolved } from './definition-resolved.ts';
import { incidentResolved } from './incident-resolved.ts';
import { instanceStarted } from './instance-started.ts';
import { jobCompleted } from './job-completed.ts';
import { jobErrorThrown } from './job-error-thrown.ts';
import { jobFailed } from './job-failed.ts';
import { jobRetriesUpdated } from './job-retries-updated.ts';
import { keysGranted } from './keys-granted.ts';
import { messageCorrelated } from './message-correlated.ts';
import { refuse, type Receiver, type ReceiverRegistry, type Refusal } from './receiver.ts';
import { timerFired } from './timer-fired.ts';
import { userTaskCompleted } from './user-task-completed.ts';
import { variablesUpdated } from './variables-updated.ts';

const receivers: ReceiverRegistry = {
  'instance started': instanceStarted,
  'user task completed': userTaskCompleted,
  'job completed': jobCompleted,
  'job failed': jobFailed,
  'job error thrown': jobErrorThrown,
  'job retries updated': jobRetriesUpdated,
  'timer fired': timerFired,
  'message correlated': messageCorrelated,
  'definition resolved': definitionResolved,
  'called instance ended': calledInstanceEnded,
  'cancel requested': cancelRequested,
  'incident resolved': incidentResolved,
  'variables updated': variablesUpdated,
  'keys granted': keysGranted,
};

export const receiverOf = (event: KernelEvent): Receiver<KernelEvent> => receivers[event.type] as Receiver<KernelEvent>;

/** Whether an event may happen to an instance as it stands: null, or why not. */
export function canAccept(snapshot: Snapshot, event: KernelEvent): Refusal | null {
  if (isEnded(snapshot)) return refuse('instance ended', 'The instance has ended.');
  if (snapshot.state === 'created' && event.type !== 'instance started') return refuse('not started', 'The instance has not started.');
  return receiverOf(event).accept(snapshot, event);
}
