import type { DefinitionResolved, EventBase, InstanceStarted, KernelEvent, ResolvedDecision, ResolvedProcess } from '../../kernel/events.ts';

/** A kernel event as the step log holds it. */
export type StepEvent = Exclude<KernelEvent, InstanceStarted | DefinitionResolved> | (EventBase & LoggedStart) | (EventBase & LoggedResolution);

/** The first event of every instance, with what was pinned then: enough to run the instance again from its step log. */
export interface LoggedStart extends InstanceStarted {
  readonly pinned?: Pinned;
}

export interface Pinned {
  /** Kernel revision. */
  readonly revision: number;
  /** Definition that holds the zone and the calendars. */
  readonly settingsHash: string;
}

/** A resolved decision names its model by the hash under which it stands in the definitions. */
export interface LoggedResolution extends Omit<DefinitionResolved, 'outcome'> {
  readonly outcome: { readonly found: true; readonly definition: LoggedDecision | ResolvedProcess } | { readonly found: false; readonly message: string };
}

export interface LoggedDecision extends Omit<ResolvedDecision, 'model'> {
  readonly modelHash: string;
}
