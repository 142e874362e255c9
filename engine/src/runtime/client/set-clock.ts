import { dueTimers, pinClock, resetClock, tenantNow, type DueTimer } from '../../store/index.ts';
import { SYSTEM } from '../workflow/system-actor.ts';
import type { Backend } from './open-backend.ts';
import type { Caller } from './caller.ts';
import { deliver } from './deliver.ts';
import { done, unavailable, wrongState, type Outcome } from './outcome.ts';
import { recoverInstance } from './recover-instance.ts';

const notTest = wrongState('Only a tenant that is marked as a test has a clock that can be set.');

/** Sets the clock of a test tenant. On the way forward every timer that comes due fires in its turn, with the clock at its time. */
export async function setClock(backend: Backend, { tenantId }: Caller, timestamp: number): Promise<Outcome> {
  const { isTest } = await backend.tenantRuntime(tenantId);
  if (!isTest) return notTest;
  if (!(await fireDueTimers(backend, tenantId, timestamp, { moveClock: true }))) return unavailable;
  await backend.store.inTenant(tenantId, (tx) => pinClock(tx, timestamp));
  return done(null);
}

/** Moves the clock of a test tenant forward. */
export async function advanceClock(backend: Backend, caller: Caller, milliseconds: number): Promise<Outcome> {
  const now = await backend.store.inTenant(caller.tenantId, tenantNow);
  return setClock(backend, caller, now + milliseconds);
}

/** Lets the clock of a test tenant run with real time again. */
export async function letClockRun(backend: Backend, { tenantId }: Caller): Promise<Outcome> {
  return (await backend.store.inTenant(tenantId, resetClock)) === 'done' ? done(null) : notTest;
}

/** Fires what is due by then, in due order, until nothing is. @returns false when Temporal does not answer. */
export async function fireDueTimers(backend: Backend, tenantId: string, by: number, { moveClock = false } = {}): Promise<boolean> {
  const { store } = backend;
  const seen = new Set<string>();
  for (;;) {
    const due = await store.inTenant(tenantId, (tx) => dueTimers(tx, by, seen.size + 1));
    const next = due.find((timer) => !seen.has(nameOf(timer)));
    if (!next) return true;
    seen.add(nameOf(next));
    if (moveClock) await store.inTenant(tenantId, async (tx) => (next.dueAt > (await tenantNow(tx)) ? pinClock(tx, next.dueAt) : 'done'));
    if (!(await fire(backend, tenantId, next))) return false;
  }
}

const nameOf = ({ timerKey, dueAt }: DueTimer): string => `timer:${timerKey}:${dueAt}`;

async function fire(backend: Backend, tenantId: string, timer: DueTimer): Promise<boolean> {
  const { timerKey, processInstanceKey, dueAt } = timer;
  const delivered = await deliver(backend, tenantId, processInstanceKey, {
    event: { id: nameOf(timer), at: dueAt, type: 'timer fired', timerKey }, actor: SYSTEM,
  });
  if (delivered.kind === 'gone') return (await recoverInstance(backend, tenantId, processInstanceKey)) === 'ended';
  return delivered.kind !== 'unreachable';
}
