import { sql } from 'kysely';
import type { Tx } from '../open-store.ts';

/** The tenant's time, epoch milliseconds: where its clock is pinned, else the database's. */
export async function tenantNow(tx: Tx): Promise<number> {
  const { rows } = await sql<{ now: string }>`select tenant_now() as now`.execute(tx);
  return Date.parse(rows[0]!.now);
}

/** `not a test tenant`: only those have a clock that can be set. */
export type ClockChange = 'done' | 'not a test tenant';

/** Pins the clock of a test tenant. Firing what is due by then is the caller's business. */
export async function pinClock(tx: Tx, at: number): Promise<ClockChange> {
  if (!(await isTestTenant(tx))) return 'not a test tenant';
  const pinned_at = new Date(at);
  await sql`insert into tenant_clocks (tenant_id, pinned_at) values (current_setting('app.tenant'), ${pinned_at})
    on conflict (tenant_id) do update set pinned_at = excluded.pinned_at, updated_at = now()`.execute(tx);
  return 'done';
}

/** Lets the clock run with real time again. */
export async function resetClock(tx: Tx): Promise<ClockChange> {
  if (!(await isTestTenant(tx))) return 'not a test tenant';
  await tx.deleteFrom('tenant_clocks').execute();
  return 'done';
}

export interface DueTimer {
  readonly timerKey: string;
  readonly processInstanceKey: string;
  readonly elementId: string;
  /** Epoch milliseconds. */
  readonly dueAt: number;
}

/** Timers due by then, in the order in which they are due. */
export async function dueTimers(tx: Tx, by: number, limit: number): Promise<DueTimer[]> {
  const rows = await tx.selectFrom('timers').select(['timer_key', 'process_instance_key', 'element_id', 'due_at'])
    .where('due_at', '<=', sql<string>`${new Date(by)}::timestamptz`).orderBy('due_at').orderBy('timer_key').limit(limit).execute();
  return rows.map((row) => ({ timerKey: row.timer_key, processInstanceKey: row.process_instance_key, elementId: row.element_id, dueAt: Date.parse(row.due_at) }));
}

/** When the next timer is due, epoch milliseconds. */
export async function nextTimerDue(tx: Tx): Promise<number | undefined> {
  const row = await tx.selectFrom('timers').select('due_at').orderBy('due_at').orderBy('timer_key').limit(1).executeTakeFirst();
  return row && Date.parse(row.due_at);
}

async function isTestTenant(tx: Tx): Promise<boolean> {
  return (await tx.selectFrom('tenants').select('is_test').executeTakeFirst())?.is_test ?? false;
}
