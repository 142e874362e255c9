import { projectTurn, type Store } from '../../store/index.ts';
import type { Projected, TurnDraft } from '../protocol.ts';
import { decisionModelsIn } from './decision-models-in.ts';

/** Writes a turn in one transaction. @throws while PostgreSQL can't be reached; trying again is harmless. */
export async function project(store: Store, { answer, ...draft }: TurnDraft): Promise<Projected> {
  const { id, at } = draft.events[0]!;
  const projection = await projectTurn(store, { ...draft, eventId: id, at, ...(answer !== undefined && { request: { id, answer } }) });
  return 'events' in projection ? { ...projection, definitions: decisionModelsIn(projection.events) } : projection;
}
