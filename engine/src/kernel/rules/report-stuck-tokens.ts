import { fail } from '../outcome.ts';
import type { Join } from '../snapshot.ts';
import type { Turn } from '../turn/turn.ts';
import { raiseIncident } from './raise-incident.ts';

/** Tells of tokens that wait at a join for others that can't come any more, because nothing else is active in their scope. */
export function reportStuckTokens(turn: Turn): void {
  for (const join of turn.joins) {
    const scope = turn.instance(join.scope);
    if (scope.children === 0 && scope.incident === undefined) raiseIncident(turn, scope.key, stuckAt(turn, join));
  }
}

function stuckAt(turn: Turn, { gateway, arrived }: Join) {
  const { name, id, incoming = [] } = turn.model.element(gateway);
  const missing = incoming.filter((flow) => !arrived[flow]);
  return fail('UNKNOWN', `A token waits at '${name ?? id}', but none can come any more on ${missing.map((flow) => `'${flow}'`).join(', ')}.`).error;
}
