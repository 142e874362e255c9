import { enterElement } from '../lifecycle/enter-element.ts';
import type { Variables } from '../json.ts';
import type { FlowModel } from '../model/process-model.ts';
import type { Turn } from '../turn/turn.ts';
import { enterFiredEvent } from './enter-fired-event.ts';
import { arriveAtJoin, isJoin } from './join-tokens.ts';

/** Sends a token down a sequence flow into the element it leads to, or to the other tokens that wait there; into an event that has already fired with what it brought. */
export function followFlow(turn: Turn, flow: FlowModel, scopeKey: string, fired?: Variables): void {
  turn.facts.push({ type: 'flow taken', flowId: flow.id, scopeKey });
  const target = turn.model.element(flow.target);
  if (fired) enterFiredEvent(turn, target.id, scopeKey, fired);
  else if (isJoin(target)) arriveAtJoin(turn, scopeKey, target, flow.id);
  else enterElement(turn, target.id, scopeKey);
}
