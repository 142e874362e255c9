import type { Variables } from '../json.ts';
import type { Snapshot } from '../snapshot.ts';
import { fits } from './fits.ts';
import { refuse, waitOf, type Refusal } from './receiver.ts';

/** A worker may report about a job that is open, has retries left, and is not held up by an incident. */
export function acceptJob(snapshot: Snapshot, { jobKey, variables }: { readonly jobKey: string; readonly variables: Variables }): Refusal | null {
  const wait = waitOf(snapshot, jobKey, 'job');
  if (!wait) return refuse('job not there', `Job ${jobKey} does not exist.`);
  const held = snapshot.incidents.some(({ job }) => job === jobKey);
  if (held || wait.retries === 0) return refuse('job held up', `Job ${jobKey} has no retries left; resolve its incident first.`);
  return fits(snapshot, variables);
}
