import type { Binding, Calendars, Json, KernelCommand, KernelEvent, KernelFact, Refusal, Snapshot } from '../kernel/index.ts';
import type { Actor, LoggedResolution, LoggedTurn, StepEvent, TurnResult } from '../store/index.ts';
import type { Definitions } from './workflow/definitions.ts';

/** What client, couriers, workflow and activities say to one another: everything here travels as JSON. */

/** Type of the workflow that runs a process instance. */
export const PROCESS_WORKFLOW = 'process';
/** Type of the workflow that a timer start's schedule runs. */
export const TIMER_START_WORKFLOW = 'startBySchedule';
/** Update and signal that bring an event to an instance. */
export const DELIVER = 'deliver';

/** Signal to read from the step log what Temporal has forgotten. */
export const CATCH_UP = 'catchUp';

/** Type of the failure with which the validator turns an update away that the instance can't take; its detail is a `Refused`. */
export const REFUSED = 'refused';
/** The same, because the workflow is about to continue as new: try again in a moment. */
export const CONTINUING = 'continuing';

/** An event for a process instance, and who brings it. */
export interface Delivery {
  /** Its id deduplicates. `at` counts for test tenants only; elsewhere the workflow's clock does. */
  readonly event: KernelEvent;
  readonly actor: Actor;
  /** Zone in which the actor said the time. */
  readonly zone?: string;
  readonly reason?: string;
  /** Present when the event's id is that of a request: the answer to record with the turn. */
  readonly answer?: Json;
}

/** Reply of the update, after the projection. `refused`: the validator let it pass, but an event before it in the queue changed the case. */
export type Verdict = { readonly kind: 'done' } | ({ readonly kind: 'refused' } & Refused);

export interface Refused {
  readonly refusal: Refusal;
  /** The workflow's next step. When the store is further, the workflow has to catch up before its word counts. */
  readonly step: number;
}

export interface ProcessInput {
  readonly tenantId: string;
  readonly processInstanceKey: string;
  readonly processDefinitionKey: string;
  readonly modelHash: string;
  /** Hash of `InstanceSettings`. */
  readonly settingsHash: string;
  /** The model and the settings, put in by the codec. */
  readonly definitions: Definitions;
  /** Timers wait on the tenant's own clock. */
  readonly isTest: boolean;
  readonly parent: { readonly processInstanceKey: string; readonly elementInstanceKey: string } | null;
  readonly begin: Begin;
  /** Continue as new after so many turns; only tests set it, otherwise Temporal suggests when. */
  readonly continueAfter?: number;
}

/** What is pinned when an instance starts and is the same for many. */
export interface InstanceSettings {
  readonly zone: string;
  readonly calendars: Calendars;
}

export type Begin =
  | { readonly type: 'start'; readonly delivery: Delivery }
  /** Temporal has lost the instance: it is run again from the step log, with the kernel revision of then. */
  | { readonly type: 'recover'; readonly revision: number }
  | { readonly type: 'continue'; readonly state: CarriedState };

/** What a run hands to the next one. */
export interface CarriedState {
  readonly snapshot: Snapshot;
  /** The next step. */
  readonly step: number;
  /** Time of the last event. */
  readonly at: number;
  /** Instances that call activities wait for: element instance key to process instance key. */
  readonly calls: Readonly<Record<string, string>>;
}

/** A turn on its way to the store. */
export interface TurnDraft {
  readonly tenantId: string;
  readonly processInstanceKey: string;
  readonly step: number;
  readonly events: readonly StepEvent[];
  readonly commands: readonly KernelCommand[];
  readonly facts: readonly KernelFact[];
  readonly actor: Actor;
  readonly zone?: string;
  readonly reason?: string;
  readonly answer?: Json;
}

/** Reply of the activity `project`: what the store says (`Projection`), with the models of the decisions in `events`. */
export type Projected =
  | { readonly kind: 'applied' | 'known'; readonly result: TurnResult }
  | { readonly kind: 'repeated' | 'taken'; readonly events: readonly StepEvent[]; readonly result: TurnResult; readonly definitions: Definitions };

export interface ReadTurns {
  readonly tenantId: string;
  readonly processInstanceKey: string;
  readonly fromStep: number;
}

/** Reply of the activity `readTurns`: some turns from a step on, in order; none at the end of the log. */
export interface TurnsRead {
  readonly turns: readonly LoggedTurn[];
  readonly definitions: Definitions;
}

export interface ResolveDefinitions {
  readonly tenantId: string;
  /** Definition of the process that asks: `deployment` binding looks into its deployment. */
  readonly processDefinitionKey: string;
  readonly questions: readonly DefinitionQuestion[];
}

export interface DefinitionQuestion {
  readonly resolutionKey: string;
  readonly kind: 'decision' | 'process';
  readonly id: string;
  readonly binding: Binding;
}

/** Reply of the activity `resolveDefinitions`: an outcome for each question, in order. */
export interface DefinitionsResolved {
  readonly outcomes: readonly LoggedResolution['outcome'][];
  readonly definitions: Definitions;
}

/** The activities that the process workflow calls, all of them local ones. */
export interface ProcessActivities {
  project(draft: TurnDraft): Promise<Projected>;
  readTurns(question: ReadTurns): Promise<TurnsRead>;
  resolveDefinitions(question: ResolveDefinitions): Promise<DefinitionsResolved>;
}
