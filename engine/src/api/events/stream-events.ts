import type { LiveEvent } from '../../contract/index.ts';
import { findProcessInstance, type Hint } from '../../store/index.ts';
import type { Caller } from '../access/caller.ts';
import { found } from '../access/found.ts';
import { listVisibility } from '../access/must-be-allowed.ts';
import type { Services } from '../services.ts';
import type { Asked } from '../verb.ts';

/** Milliseconds between signs of life, which keep proxies from closing the stream. */
const heartbeatEvery = 20_000;
/** Then the browser connects again, and is let in by what it may do then. */
const longestStream = 15 * 60_000;

/**
 * Tells a page to look again: when the inbox of the caller may have changed, and when the instance that it shows has moved on. Says nothing
 * of what has changed, so it needs no check of its own beyond who is concerned.
 * @param begin answers with the head of the stream, after the access check
 */
export async function streamEvents({ store, live }: Services, { caller, query: { processInstanceKey } }: Asked<'streamEvents'>, begin: () => (chunk: string) => void, closed: AbortSignal): Promise<void> {
  if (processInstanceKey !== undefined) {
    const visible = listVisibility(caller, 'read', 'process instance');
    found('process instance', processInstanceKey, await store.inTenant(caller.tenantId, (tx) => findProcessInstance(tx, processInstanceKey, visible)));
  }
  const write = begin();
  write('retry: 3000\n\n');
  const stop = live.watch(caller.tenantId, (hint) => {
    for (const event of hint === null ? anything(processInstanceKey) : eventsOf(hint, caller, processInstanceKey)) write(`data: ${JSON.stringify(event)}\n\n`);
  });
  const heartbeat = setInterval(() => write(': \n\n'), heartbeatEvery);
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, longestStream);
    const finish = (): void => {
      clearTimeout(timer);
      resolve();
    };
    const over = AbortSignal.any([closed, live.stopping]);
    over.addEventListener('abort', finish);
    if (over.aborted) finish();
  });
  clearInterval(heartbeat);
  stop();
}

/** The connection to the database was lost for a while. */
function anything(processInstanceKey: string | undefined): LiveEvent[] {
  return [{ type: 'tasks', userTaskKeys: [] }, ...(processInstanceKey === undefined ? [] : [{ type: 'instance' as const, processInstanceKey }])];
}

export function eventsOf(hint: Hint, caller: Pick<Caller, 'person'>, processInstanceKey: string | undefined): LiveEvent[] {
  if (hint.type === 'process instance') return hint.processInstanceKey === processInstanceKey ? [{ type: 'instance', processInstanceKey }] : [];
  if (hint.type !== 'user task') return [];
  const events: LiveEvent[] = [];
  const concernsAnyone = hint.groups.length === 0 && hint.users.length === 0;
  if (concernsAnyone || hint.users.includes(caller.person.id) || hint.groups.some((group) => caller.person.groups.includes(group))) events.push({ type: 'tasks', userTaskKeys: [hint.userTaskKey] });
  if (hint.processInstanceKey === processInstanceKey) events.push({ type: 'instance', processInstanceKey });
  return events;
}
