import type { KernelCommand } from '../../kernel/commands.ts';
import type { KernelFact } from '../../kernel/facts.ts';
import type { Json } from '../../kernel/json.ts';
import type { Actor } from '../audit/actor.ts';
import type { StepEvent } from './step-events.ts';

/** One turn of a process instance: the external event with the resolutions it asked for, and all that came of it. */
export interface Turn {
  readonly tenantId: string;
  readonly processInstanceKey: string;
  /** Counted from 0, without a gap. */
  readonly step: number;
  /** Id of the external event, `events[0].id`. */
  readonly eventId: string;
  readonly events: readonly StepEvent[];
  readonly actor: Actor;
  /** Zone in which the actor said the time; UTC when absent. */
  readonly zone?: string;
  readonly reason?: string;
  /** The event's time, epoch milliseconds. */
  readonly at: number;
  readonly commands: readonly KernelCommand[];
  readonly facts: readonly KernelFact[];
  /** The request that this turn answers. */
  readonly request?: { readonly id: string; readonly answer: Json };
}

/** What the host must know after a projection; the same again for each repetition of the turn. */
export interface TurnResult {
  /** For each command `start instance`, in order. */
  readonly startedInstances: readonly {
    readonly elementInstanceKey: string;
    readonly processInstanceKey: string;
    readonly processDefinitionKey: string;
    readonly modelHash: string;
  }[];
  /** First key of the block that `draw keys` asked for. */
  readonly keyBlock: string | null;
}

/**
 * - `applied`: written now.
 * - `repeated`: this event was written as this step before. `events` are the ones of then (their time, their resolutions): what counts is these.
 * - `taken`: another event holds this step. Nothing was written; apply `events` first (their result is `result`), then your own as the next step.
 * - `known`: the event was written as an earlier step. Drop it; `result` is what it gave.
 */
export type Projection =
  | { readonly kind: 'applied' | 'known'; readonly result: TurnResult }
  | { readonly kind: 'repeated' | 'taken'; readonly events: readonly StepEvent[]; readonly result: TurnResult };
