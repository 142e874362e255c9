import type { Variables } from './json.ts';
import type { DecisionModel } from './dmn/index.ts';

/**
 * What can happen to a process instance. One external event, with the resolutions it asked for, makes one turn.
 * `id` is unique in the instance and is what deduplication goes by; `at` is epoch milliseconds, and the only clock the kernel knows.
 */
export type KernelEvent = EventBase & EventBody;

export interface EventBase {
  readonly id: string;
  readonly at: number;
}

export type EventBody =
  | InstanceStarted
  | UserTaskCompleted
  | JobCompleted
  | JobFailed
  | JobErrorThrown
  | JobRetriesUpdated
  | TimerFired
  | MessageCorrelated
  | DefinitionResolved
  | CalledInstanceEnded
  | CancelRequested
  | IncidentResolved
  | VariablesUpdated
  | KeysGranted;

/** First event of every instance. Without `startElementId` the none start event of the process is taken. */
export interface InstanceStarted {
  readonly type: 'instance started';
  readonly variables: Variables;
  readonly startElementId?: string;
}

export interface UserTaskCompleted {
  readonly type: 'user task completed';
  readonly userTaskKey: string;
  readonly variables: Variables;
  /** Which button was pressed (`complete` unless the form says otherwise), Camunda's `action`. */
  readonly action?: string;
}

export interface JobCompleted {
  readonly type: 'job completed';
  readonly jobKey: string;
  readonly variables: Variables;
}

/** A worker gave up on a job. With `retries` left it may be activated again after `retryBackOff` milliseconds, with none an incident stands. */
export interface JobFailed {
  readonly type: 'job failed';
  readonly jobKey: string;
  readonly retries: number;
  readonly retryBackOff: number;
  readonly errorMessage: string;
  readonly variables: Variables;
}

export interface JobErrorThrown {
  readonly type: 'job error thrown';
  readonly jobKey: string;
  readonly errorCode: string;
  readonly errorMessage: string;
  readonly variables: Variables;
}

export interface JobRetriesUpdated {
  readonly type: 'job retries updated';
  readonly jobKey: string;
  readonly retries: number;
}

export interface TimerFired {
  readonly type: 'timer fired';
  readonly timerKey: string;
}

export interface MessageCorrelated {
  readonly type: 'message correlated';
  readonly subscriptionKey: string;
  readonly messageKey: string;
  readonly variables: Variables;
}

/** Answer to the command `resolve definition`. */
export interface DefinitionResolved {
  readonly type: 'definition resolved';
  readonly resolutionKey: string;
  readonly outcome:
    | { readonly found: true; readonly definition: ResolvedDecision | ResolvedProcess }
    | { readonly found: false; readonly message: string };
}

/** A decision frozen for one activation: the model and the names under which it is recorded. */
export interface ResolvedDecision {
  readonly kind: 'decision';
  readonly decisionDefinitionKey: string;
  readonly decisionRequirementsKey: string;
  readonly decisionId: string;
  readonly version: number;
  readonly model: DecisionModel;
}

/** The version of a process that a call activity is going to start. */
export interface ResolvedProcess {
  readonly kind: 'process';
  readonly processDefinitionKey: string;
  readonly processId: string;
  readonly version: number;
}

/** An instance that a call activity started has ended. */
export interface CalledInstanceEnded {
  readonly type: 'called instance ended';
  readonly elementInstanceKey: string;
  readonly calledInstanceKey: string;
  readonly outcome:
    | { readonly type: 'completed'; readonly variables: Variables }
    | { readonly type: 'error'; readonly errorCode: string; readonly errorMessage: string; readonly variables: Variables }
    | { readonly type: 'terminated' };
}

/** Cancel of the whole instance, by a person or by the instance that called it. */
export interface CancelRequested {
  readonly type: 'cancel requested';
  readonly reason?: string;
}

export interface IncidentResolved {
  readonly type: 'incident resolved';
  readonly incidentKey: string;
}

/** Variables set from outside in the scope of one element instance (the instance's key for the process scope). */
export interface VariablesUpdated {
  readonly type: 'variables updated';
  readonly scopeKey: string;
  readonly variables: Variables;
  /** True: set here; false: set where each name is already defined, else at the process scope. */
  readonly local: boolean;
}

/** Another block of keys, asked for by the command `draw keys`. `first` is the block's first key. */
export interface KeysGranted {
  readonly type: 'keys granted';
  readonly first: string;
}

/** Headers of a task: static text by name. */
export type Headers = Readonly<Record<string, string>>;
