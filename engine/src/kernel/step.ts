import type { KernelCommand } from './commands.ts';
import type { KernelEvent } from './events.ts';
import type { KernelFact } from './facts.ts';
import { advance } from './lifecycle/advance.ts';
import type { ProcessModel } from './model/process-model.ts';
import { prepare } from './model/prepared-model.ts';
import { canAccept, receiverOf } from './receive/receivers.ts';
import { behaviours } from './registry.ts';
import { releaseInclusiveJoin } from './rules/release-inclusive-joins.ts';
import { reportStuckTokens } from './rules/report-stuck-tokens.ts';
import type { Snapshot } from './snapshot.ts';
import { Turn } from './turn/turn.ts';

/** Result of one step: the next snapshot, what the host must do, and what has happened. */
export interface StepResult {
  readonly snapshot: Snapshot;
  readonly commands: readonly KernelCommand[];
  readonly facts: readonly KernelFact[];
}

/**
 * Applies one event to a process instance and lets it run until only waits remain. Pure and total: the same arguments give the same result,
 * the snapshot given stays as it was, and an event that can't happen now (see `canAccept`) changes nothing.
 */
export function step(model: ProcessModel, snapshot: Snapshot, event: KernelEvent): StepResult {
  if (canAccept(snapshot, event)) return { snapshot, commands: [], facts: [] };
  const turn = new Turn(prepare(model), behaviours, snapshot, event);
  receiverOf(event).apply(turn, event);
  do {
    for (let next = 0; next < turn.agenda.length; next++) advance(turn, turn.agenda[next] as string);
    turn.agenda.length = 0;
  } while (releaseInclusiveJoin(turn));
  reportStuckTokens(turn);
  return { snapshot: turn.snapshot(), commands: turn.commands, facts: turn.facts };
}
