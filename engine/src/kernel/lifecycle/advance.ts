import { behaviourOf } from '../elements/element.ts';
import { limits } from '../limits.ts';
import { fail, success, type Failure, type Outcome, type Progress, type Result } from '../outcome.ts';
import { armAttachedEvents } from '../rules/arm-attached-events.ts';
import { raiseIncident } from '../rules/raise-incident.ts';
import type { ElementInstance, Phase } from '../snapshot.ts';
import type { Turn } from '../turn/turn.ts';
import { mapInputs, mapOutputs } from '../variables/map-variables.ts';
import { leaveElement } from './leave-element.ts';

/** Takes an element instance through its phases until it waits, has ended, or is held up by an incident. */
export function advance(turn: Turn, key: string): void {
  for (let instance = turn.find(key); instance && !instance.incident; instance = turn.find(key)) {
    const progress = runPhase(turn, instance);
    if (!progress.ok) return raiseIncident(turn, key, progress.error);
    if (progress.value === 'waits') return;
  }
}

function runPhase(turn: Turn, instance: ElementInstance): Result<Progress, Failure> {
  const element = turn.model.element(instance.elementId);
  switch (instance.phase) {
    case 'inputs':
      if (turn.entered > limits.elementsPerStep) return tooMany;
      return next(turn, instance, 'arm', instance.body || !element.inputs ? nothing : mapInputs(turn, instance, element.inputs));
    case 'arm':
      return next(turn, instance, 'enter', armAttachedEvents(turn, instance));
    case 'enter':
      return entered(turn, instance.key, behaviourOf(turn, instance).enter(turn, instance, element));
    case 'active':
      return success('waits');
    case 'outputs':
      return next(turn, instance, 'leave', instance.body || !element.outputs ? nothing : mapOutputs(turn, instance, element.outputs));
    case 'leave':
      return leaveElement(turn, instance, element);
  }
}

/** It waits, or goes on to its outputs; by what it did it may also have come to an end. */
function entered(turn: Turn, key: string, outcome: Outcome): Outcome {
  if (outcome.ok && turn.find(key)) turn.edit(key).phase = outcome.value === 'waits' ? 'active' : 'outputs';
  return outcome;
}

function next(turn: Turn, { key }: ElementInstance, phase: Phase, result: Result<void, Failure>): Result<Progress, Failure> {
  if (!result.ok) return result;
  if (turn.variableSize > limits.variableSize) return tooLarge;
  turn.edit(key).phase = phase;
  return success('done');
}

const nothing = success(undefined);
const tooMany = fail('UNKNOWN', `More than ${limits.elementsPerStep} elements were entered without waiting for anything. Resolve the incident to go on.`);
const tooLarge = fail('UNKNOWN', `The variables of the instance are larger than ${limits.variableSize} characters.`);
