import type { KernelEvent } from '../../kernel/events.ts';
import { actorTypes } from '../audit/actor.ts';
import type { Store } from '../open-store.ts';
import { rowsOfTurn } from './rows-of-turn.ts';
import { restoreEvents, slimEvents } from './step-events.ts';
import type { Projection, Turn, TurnResult } from './turn.ts';

const CALL = 'select * from project_turn($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14)';

/**
 * Writes one turn in one statement, one transaction, one round trip; idempotent by (instance, step) and by event id.
 * @throws when the database can't be reached, or on a bug of ours; then nothing was written and the same turn may be tried again.
 */
export async function projectTurn(store: Store, turn: Turn): Promise<Projection> {
  const document = rowsOfTurn(turn);
  const { actor } = turn;
  const rows = await store.call<{ outcome: 'applied' | 'repeated' | 'taken' | 'known'; event_id: string; events: string | null; result: string }>('project turn', CALL, [
    turn.tenantId, turn.processInstanceKey, turn.step, turn.eventId, JSON.stringify(slimEvents(turn.events)), new Date(turn.at).toISOString(),
    turn.zone ?? 'UTC', actorTypes[actor.type], actor.id, actor.name, turn.request?.id ?? null, turn.request ? JSON.stringify(turn.request.answer) : null,
    turn.reason ?? null, JSON.stringify(document),
  ]);
  const [row] = rows;
  if (!row) throw new Error(`project_turn gave no row for ${turn.processInstanceKey} step ${turn.step}`);
  const result = JSON.parse(row.result) as TurnResult;
  if (row.outcome !== 'taken') return { kind: row.outcome, result };
  const events = await restoreEvents(store, turn.tenantId, JSON.parse(row.events!) as KernelEvent[]);
  return { kind: 'taken', eventId: row.event_id, events, result };
}
