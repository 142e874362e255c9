import { step, type KernelCommand, type KernelEvent, type KernelFact, type ProcessModel, type ResolveDefinition, type ResolvedDecision, type Snapshot } from '../../kernel/index.ts';
import type { StepEvent } from '../../store/index.ts';
import { valueOf, type Definitions } from './definitions.ts';

/** An event taken through the kernel, until only waits remain. */
export interface Draft {
  readonly snapshot: Snapshot;
  readonly events: readonly StepEvent[];
  readonly commands: readonly KernelCommand[];
  readonly facts: readonly KernelFact[];
}

/** Answers the kernel's questions for definitions, in order, one event each. */
export type Resolve = (questions: readonly ResolveDefinition[], after: StepEvent) => Promise<{ readonly events: readonly StepEvent[]; readonly definitions: Definitions }>;

/** Takes an external event through the kernel and asks `resolve` for every definition that it needs on the way. */
export async function draftTurn(model: ProcessModel, before: Snapshot, event: StepEvent, resolve: Resolve): Promise<Draft> {
  let snapshot = before;
  const events: StepEvent[] = [];
  const commands: KernelCommand[] = [];
  const facts: KernelFact[] = [];
  let pending: readonly StepEvent[] = [event];
  let definitions: Definitions = {};
  while (pending.length > 0) {
    const questions: ResolveDefinition[] = [];
    for (const next of pending) {
      const result = step(model, snapshot, kernelEvent(next, definitions));
      snapshot = result.snapshot;
      facts.push(...result.facts);
      for (const command of result.commands) (command.type === 'resolve definition' ? questions : commands).push(command as ResolveDefinition);
    }
    events.push(...pending);
    if (questions.length === 0) break;
    ({ events: pending, definitions } = await resolve(questions, event));
  }
  return { snapshot, events, commands, facts };
}

/** Takes the events of a logged turn through the kernel: its questions are answered in them. */
export function replayTurn(model: ProcessModel, before: Snapshot, events: readonly StepEvent[], definitions: Definitions): { readonly snapshot: Snapshot; readonly commands: readonly KernelCommand[] } {
  let snapshot = before;
  const commands: KernelCommand[] = [];
  for (const event of events) {
    const result = step(model, snapshot, kernelEvent(event, definitions));
    snapshot = result.snapshot;
    commands.push(...result.commands);
  }
  return { snapshot, commands };
}

/** The kernel's form of a logged event: with the model of a resolved decision. */
function kernelEvent(event: StepEvent, definitions: Definitions): KernelEvent {
  if (event.type !== 'definition resolved' || !event.outcome.found || event.outcome.definition.kind !== 'decision') return event as KernelEvent;
  const { modelHash, ...decision } = event.outcome.definition;
  return { ...event, outcome: { found: true, definition: { ...decision, model: valueOf<ResolvedDecision['model']>(definitions, modelHash) } } };
}
