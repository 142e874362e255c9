import { readTurns, type Store } from '../../store/index.ts';
import type { ReadTurns, TurnsRead } from '../protocol.ts';
import { decisionModelsIn } from './decision-models-in.ts';

/** Turns for one reply: their events hold variables, so not many. */
const TURNS_AT_ONCE = 20;

export async function readTurnsFrom(store: Store, { tenantId, processInstanceKey, fromStep }: ReadTurns): Promise<TurnsRead> {
  const turns = await store.inTenant(tenantId, (tx) => readTurns(tx, processInstanceKey, fromStep, TURNS_AT_ONCE));
  return { turns, definitions: decisionModelsIn(turns.flatMap(({ events }) => events)) };
}
