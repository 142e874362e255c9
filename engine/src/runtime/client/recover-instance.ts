import { findRunnable, readTurns, type StepEvent } from '../../store/index.ts';
import type { Backend } from './open-backend.ts';
import { startRun } from './start-run.ts';

/**
 * What becomes of an instance that Temporal says does not run. Where its row stands as active but Temporal has lost it, it is run again from
 * its step log: `recovering`. One that has no step yet is started by whoever made its row: `not begun`.
 */
export async function recoverInstance(backend: Backend, tenantId: string, processInstanceKey: string): Promise<'ended' | 'not begun' | 'recovering'> {
  const { instance, first } = await backend.store.inTenant(tenantId, async (tx) => ({
    instance: await findRunnable(tx, processInstanceKey),
    first: (await readTurns(tx, processInstanceKey, 0, 1))[0],
  }));
  if (instance?.state !== 'ACTIVE') return 'ended';
  if (!first) return 'not begun';
  const { revision, settingsHash } = pinnedIn(first.events[0]!);
  backend.log.warn({ tenantId, processInstanceKey }, 'Temporal has lost a process instance: it is run again from its step log');
  await startRun(backend, { tenantId, ...instance, settingsHash, begin: { type: 'recover', revision } });
  return 'recovering';
}

function pinnedIn(event: StepEvent) {
  if (event.type !== 'instance started' || !event.pinned) throw new Error('the first step of an instance holds what was pinned');
  return event.pinned;
}
