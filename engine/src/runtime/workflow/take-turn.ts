import { canAccept, type KernelEvent, type ResolveDefinition } from '../../kernel/index.ts';
import type { LoggedTurn, StepEvent } from '../../store/index.ts';
import type { Delivery, Verdict } from '../protocol.ts';
import type { Definitions } from './definitions.ts';
import { draftTurn, replayTurn } from './draft-turn.ts';
import { activities } from './local-activities.ts';
import { perform } from './perform.ts';
import type { Run } from './run.ts';

/**
 * Takes one event through the kernel and into the store. When the store says that another event holds this step (its turn was written by a
 * workflow task that Temporal never recorded), the draft is dropped, that event's turn is taken over, and then comes this one's.
 */
export async function takeTurn(run: Run, delivery: Delivery): Promise<Verdict> {
  for (;;) {
    const event = timed(run, delivery);
    const refusal = canAccept(run.snapshot, event as KernelEvent);
    if (refusal) return { kind: 'refused', refusal, step: run.step };
    const draft = await draftTurn(run.model, run.snapshot, event, (questions, after) => resolve(run, questions, after));
    const projected = await activities.project({
      tenantId: run.input.tenantId,
      processInstanceKey: run.input.processInstanceKey,
      step: run.step,
      events: draft.events,
      commands: draft.commands,
      facts: draft.facts,
      actor: delivery.actor,
      ...(delivery.zone !== undefined && { zone: delivery.zone }),
      ...(delivery.reason !== undefined && { reason: delivery.reason }),
      ...(delivery.answer !== undefined && { answer: delivery.answer }),
    });
    switch (projected.kind) {
      case 'applied':
        stand(run, draft.snapshot, event);
        perform(run, event, draft.commands, projected.result);
        return { kind: 'done' };
      case 'known':
        return { kind: 'done' };
      case 'repeated':
        takeOver(run, projected, projected.definitions);
        await catchUp(run);
        return { kind: 'done' };
      case 'taken':
        takeOver(run, projected, projected.definitions);
        break;
      default:
        return projected satisfies never;
    }
  }
}

/** Takes over what the step log holds from the next step on: Temporal has forgotten some of it, or all. */
export async function catchUp(run: Run): Promise<void> {
  const { tenantId, processInstanceKey } = run.input;
  for (;;) {
    const { turns, definitions } = await activities.readTurns({ tenantId, processInstanceKey, fromStep: run.step });
    if (turns.length === 0) return;
    for (const turn of turns) takeOver(run, turn, definitions);
  }
}

function takeOver(run: Run, { events, result }: Pick<LoggedTurn, 'events' | 'result'>, definitions: Definitions): void {
  const { snapshot, commands } = replayTurn(run.model, run.snapshot, events, definitions);
  const event = events[0]!;
  stand(run, snapshot, event);
  perform(run, event, commands, result);
}

function stand(run: Run, snapshot: Run['snapshot'], event: StepEvent): void {
  run.snapshot = snapshot;
  run.at = event.at;
  if (event.type === 'called instance ended') run.calls.delete(event.elementInstanceKey);
  run.step += 1;
  run.turns += 1;
}

/** The event at its time, which never goes back; the first one with what is pinned. */
function timed(run: Run, { event }: Delivery): StepEvent {
  const at = Math.max(run.at, run.input.isTest ? event.at : Date.now());
  if (event.type !== 'instance started') return { ...event, at } as StepEvent;
  return { ...event, at, pinned: { revision: run.snapshot.revision, settingsHash: run.input.settingsHash } };
}

async function resolve(run: Run, questions: readonly ResolveDefinition[], after: StepEvent): Promise<{ events: StepEvent[]; definitions: Definitions }> {
  const { tenantId, processDefinitionKey } = run.input;
  const { outcomes, definitions } = await activities.resolveDefinitions({
    tenantId,
    processDefinitionKey,
    questions: questions.map(({ resolutionKey, kind, id, binding }) => ({ resolutionKey, kind, id, binding })),
  });
  const events = questions.map(({ resolutionKey }, index): StepEvent => ({
    id: `${after.id}/${resolutionKey}`,
    at: after.at,
    type: 'definition resolved',
    resolutionKey,
    outcome: outcomes[index]!,
  }));
  return { events, definitions };
}
