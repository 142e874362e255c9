import { actorTypes } from '../audit/actor.ts';
import type { Hint } from '../hints/hints.ts';
import type { Store } from '../open-store.ts';
import { storableJson } from '../storable.ts';
import { rowsOfTurn } from './rows-of-turn.ts';
import type { StepEvent } from './step-events.ts';
import type { Projection, Turn, TurnResult } from './turn.ts';

const CALL = 'select * from project_turn($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14)';

interface ProjectedRow {
  readonly outcome: 'applied' | 'repeated' | 'taken' | 'known';
  readonly event_id: string;
  readonly events: string | null;
  readonly result: string;
  readonly closed_tasks: string | null;
}

interface ClosedTask {
  readonly userTaskKey: string;
  readonly groups: readonly string[];
  readonly users: readonly (string | null)[];
}

/**
 * Writes one turn in one statement, one transaction, one round trip; idempotent by (instance, step) and by event id.
 * @throws when the database can't be reached, or on a bug of ours; then nothing was written and the same turn may be tried again.
 */
export async function projectTurn(store: Store, turn: Turn): Promise<Projection> {
  const document = rowsOfTurn(turn);
  const { actor } = turn;
  const [row] = await store.call<ProjectedRow>('project turn', CALL, [
    turn.tenantId, turn.processInstanceKey, turn.step, turn.eventId, JSON.stringify(turn.events), new Date(turn.at).toISOString(),
    turn.zone ?? 'UTC', actorTypes[actor.type], actor.id, actor.name, turn.request?.id ?? null, turn.request ? JSON.stringify(turn.request.answer) : null,
    turn.reason ?? null, storableJson(document),
  ]);
  if (!row) throw new Error(`project_turn gave no row for ${turn.processInstanceKey} step ${turn.step}`);
  const result = JSON.parse(row.result) as TurnResult;
  if (row.outcome === 'applied') store.hint(turn.tenantId, hintsOf(turn, JSON.parse(row.closed_tasks ?? '[]') as ClosedTask[]));
  if (row.outcome === 'applied' || row.outcome === 'known') return { kind: row.outcome, result };
  return { kind: row.outcome, events: JSON.parse(row.events!) as StepEvent[], result };
}

function hintsOf(turn: Turn, closed: readonly ClosedTask[]): Hint[] {
  const { processInstanceKey } = turn;
  const hints: Hint[] = [{ type: 'process instance', processInstanceKey }, { type: 'audit' }];
  for (const { userTaskKey, groups, users } of closed) {
    hints.push({ type: 'user task', userTaskKey, processInstanceKey, groups, users: users.filter((user) => user !== null) });
  }
  for (const command of turn.commands) {
    if (command.type === 'open user task') {
      const users = command.assignee === null ? command.candidateUsers : [command.assignee, ...command.candidateUsers];
      hints.push({ type: 'user task', userTaskKey: command.userTaskKey, processInstanceKey, groups: command.candidateGroups, users });
    } else if (command.type === 'create job') {
      hints.push({ type: 'job', jobType: command.jobType });
    } else if (command.type === 'open subscription' || command.type === 'close subscription' || command.type === 'publish message' || command.type === 'finish') {
      hints.push({ type: 'outbox' });
    }
  }
  return hints;
}
