import { behaviourOf } from '../elements/element.ts';
import type { ElementInstance, Phase } from '../snapshot.ts';
import { drawKey } from '../turn/draw-key.ts';
import type { Turn } from '../turn/turn.ts';

/** How a token comes into an element when it isn't by a sequence flow. */
export interface Entry {
  /** Where it begins; `inputs` unless given. An event that has already fired begins at its outputs. */
  readonly phase?: Phase;
  /** Place in the multi-instance body around it, from 1. */
  readonly loopCounter?: number;
  readonly triggered?: NonNullable<ElementInstance['triggered']>;
}

/** Makes an element instance in a scope and puts it on the agenda. An activity with a loop gets its body first. */
export function enterElement(turn: Turn, elementId: string, scopeKey: string, entry: Entry = {}): ElementInstance {
  const element = turn.model.element(elementId);
  const { phase = 'inputs', loopCounter, triggered } = entry;
  const instance: ElementInstance = { key: drawKey(turn), elementId: element.id, scope: scopeKey, phase, children: 0 };
  if (triggered) instance.triggered = triggered;
  if (loopCounter !== undefined) instance.loopCounter = loopCounter;
  else if (element.loop) instance.body = { total: 0, completed: 0, terminated: 0 };
  turn.add(instance);
  turn.edit(scopeKey).children += 1;
  turn.entered += 1;
  turn.facts.push({
    type: 'element entered',
    elementInstanceKey: instance.key,
    elementId,
    elementName: element.name ?? null,
    elementType: behaviourOf(turn, instance).elementType,
    scopeKey,
  });
  turn.agenda.push(instance.key);
  return instance;
}
