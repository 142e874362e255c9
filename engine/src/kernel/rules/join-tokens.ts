import { enterElement } from '../lifecycle/enter-element.ts';
import type { ElementModel } from '../model/element-model.ts';
import type { Join } from '../snapshot.ts';
import type { Turn } from '../turn/turn.ts';

/** Whether tokens wait for one another before this element. */
export const isJoin = (element: ElementModel): boolean =>
  (element.type === 'parallel gateway' || element.type === 'inclusive gateway') && (element.incoming?.length ?? 0) > 1;

/** A token comes to a joining gateway. A parallel one goes on when each incoming flow has brought one; an inclusive one is looked at when all is quiet. */
export function arriveAtJoin(turn: Turn, scope: string, gateway: ElementModel, flowId: string): void {
  const known = turn.joins.find((join) => join.scope === scope && join.gateway === gateway.id);
  const arrived = { ...known?.arrived, [flowId]: (known?.arrived[flowId] ?? 0) + 1 };
  const join = { scope, gateway: gateway.id, arrived };
  turn.joins = known ? turn.joins.map((other) => (other === known ? join : other)) : [...turn.joins, join];
  if (gateway.type === 'parallel gateway' && (gateway.incoming ?? []).every((id) => (arrived[id] ?? 0) > 0)) passJoin(turn, join);
}

/** Takes one token from each flow that has brought one, and enters the gateway with a single token. */
export function passJoin(turn: Turn, join: Join): void {
  const left = Object.entries(join.arrived).flatMap(([flow, count]) => (count > 1 ? [[flow, count - 1] as const] : []));
  const rest: readonly Join[] = left.length > 0 ? [{ ...join, arrived: Object.fromEntries(left) }] : [];
  turn.joins = turn.joins.flatMap((other) => (other === join ? rest : [other]));
  enterElement(turn, join.gateway, join.scope);
}

export const hasTokensAtJoins = (turn: Turn, scope: string): boolean => turn.joins.some((join) => join.scope === scope);
