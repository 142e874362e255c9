import type { Tx } from '../open-store.ts';
import type { StepEvent } from './step-events.ts';
import type { TurnResult } from './turn.ts';

/** A turn as the step log has it. */
export interface LoggedTurn {
  readonly step: number;
  readonly events: readonly StepEvent[];
  readonly result: TurnResult;
}

/** Turns of an instance from a step on, in order, at most `limit`. */
export async function readTurns(tx: Tx, processInstanceKey: string, fromStep: number, limit: number): Promise<LoggedTurn[]> {
  const rows = await tx.selectFrom('step_log').select(['step', 'events', 'result']).where('process_instance_key', '=', processInstanceKey).where('step', '>=', fromStep)
    .orderBy('step').limit(limit).execute();
  return rows.map(({ step, events, result }) => ({ step, events: JSON.parse(events) as StepEvent[], result: JSON.parse(result) as TurnResult }));
}

/** The step after the last one that is written: how far the store is. */
export async function nextStep(tx: Tx, processInstanceKey: string): Promise<number> {
  const row = await tx.selectFrom('step_log').select('step').where('process_instance_key', '=', processInstanceKey).orderBy('step', 'desc').limit(1).executeTakeFirst();
  return row ? row.step + 1 : 0;
}
