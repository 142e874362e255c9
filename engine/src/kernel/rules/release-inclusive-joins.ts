import type { Join } from '../snapshot.ts';
import type { Turn } from '../turn/turn.ts';
import { passJoin } from './join-tokens.ts';

/**
 * Lets the first inclusive gateway go on to which no further token can come (BPMN 2.0.2, 13.4.3): it has a token, and each token elsewhere
 * in its scope that could reach an incoming flow without one could also reach an incoming flow that has one. Asked when nothing else moves.
 */
export function releaseInclusiveJoin(turn: Turn): boolean {
  for (const join of turn.joins) {
    if (turn.model.element(join.gateway).type === 'inclusive gateway' && isComplete(turn, join)) {
      passJoin(turn, join);
      return true;
    }
  }
  return false;
}

function isComplete(turn: Turn, join: Join): boolean {
  const reaching = [...turn.model.reachingInto(join.gateway)];
  const empty = reaching.filter(([flow]) => !join.arrived[flow]).map(([, elements]) => elements);
  const full = reaching.filter(([flow]) => join.arrived[flow]).map(([, elements]) => elements);
  return tokensBeside(turn, join).every((place) => !empty.some((from) => from.has(place)) || full.some((from) => from.has(place)));
}

/** Elements in the join's scope where the other tokens are: element instances, and what waits at other gateways. */
function tokensBeside(turn: Turn, join: Join): readonly string[] {
  const active = turn.instances.flatMap((instance) => (instance.scope === join.scope ? [instance.elementId] : []));
  const waiting = turn.joins.flatMap((other) => (other !== join && other.scope === join.scope ? [other.gateway] : []));
  return [...active, ...waiting];
}
