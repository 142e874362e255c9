import type { Headers } from './events.ts';
import type { Variables } from './json.ts';

/** How a reference to another definition is bound to a version (zeebe `bindingType`). */
export type Binding = { readonly type: 'latest' } | { readonly type: 'deployment' } | { readonly type: 'version tag'; readonly versionTag: string };

/**
 * What the kernel asks of its host: plain data, performed after the step, in order. Keys are 64-bit numbers as decimal strings.
 * All but `resolve definition` are projected into the store in one transaction at the end of the turn.
 */
export type KernelCommand =
  | OpenUserTask
  | CloseUserTask
  | CreateJob
  | UpdateJob
  | CloseJob
  | ArmTimer
  | DisarmTimer
  | OpenSubscription
  | CloseSubscription
  | PublishMessage
  | StartInstance
  | CancelInstance
  | ResolveDefinition
  | RaiseIncident
  | CloseIncident
  | DrawKeys
  | Finish;

export interface OpenUserTask {
  readonly type: 'open user task';
  readonly userTaskKey: string;
  readonly elementInstanceKey: string;
  readonly elementId: string;
  readonly name: string;
  readonly assignee: string | null;
  readonly candidateGroups: readonly string[];
  readonly candidateUsers: readonly string[];
  /** Epoch milliseconds. */
  readonly dueAt: number | null;
  readonly followUpAt: number | null;
  /** 0 to 100, 50 unless the model says otherwise. */
  readonly priority: number;
  readonly form: FormReference | null;
  readonly headers: Headers;
}

export type FormReference =
  | { readonly type: 'form'; readonly formId: string; readonly binding: Binding }
  | { readonly type: 'external'; readonly reference: string };

export interface CloseUserTask {
  readonly type: 'close user task';
  readonly userTaskKey: string;
  readonly outcome: 'completed' | 'canceled';
  /** The button pressed; only with `completed`. */
  readonly action: string | null;
}

export interface CreateJob {
  readonly type: 'create job';
  readonly jobKey: string;
  readonly elementInstanceKey: string;
  readonly elementId: string;
  readonly jobType: string;
  readonly retries: number;
  readonly headers: Headers;
}

/** A job failed with retries left, or got new retries. */
export interface UpdateJob {
  readonly type: 'update job';
  readonly jobKey: string;
  readonly state: 'created' | 'failed';
  readonly retries: number;
  /** Not to be activated before this time, epoch milliseconds. */
  readonly activatableAt: number;
  readonly errorMessage: string | null;
}

export interface CloseJob {
  readonly type: 'close job';
  readonly jobKey: string;
  readonly outcome: 'completed' | 'canceled' | 'error thrown';
  readonly errorCode: string | null;
}

export interface ArmTimer {
  readonly type: 'arm timer';
  readonly timerKey: string;
  readonly elementInstanceKey: string;
  readonly elementId: string;
  /** Epoch milliseconds; may lie in the past, then it fires at once. */
  readonly dueAt: number;
}

export interface DisarmTimer {
  readonly type: 'disarm timer';
  readonly timerKey: string;
}

export interface OpenSubscription {
  readonly type: 'open subscription';
  readonly subscriptionKey: string;
  readonly elementInstanceKey: string;
  readonly elementId: string;
  readonly messageName: string;
  readonly correlationKey: string;
}

export interface CloseSubscription {
  readonly type: 'close subscription';
  readonly subscriptionKey: string;
  readonly outcome: 'correlated' | 'canceled';
}

export interface PublishMessage {
  readonly type: 'publish message';
  readonly messageKey: string;
  readonly elementInstanceKey: string;
  readonly name: string;
  readonly correlationKey: string;
  readonly messageId: string | null;
  /** Milliseconds. */
  readonly timeToLive: number;
  readonly variables: Variables;
}

/** Starts the instance of a call activity, whose process was resolved before. The host answers with `called instance ended` when it has ended. */
export interface StartInstance {
  readonly type: 'start instance';
  readonly elementInstanceKey: string;
  readonly elementId: string;
  readonly processDefinitionKey: string;
  readonly processId: string;
  readonly variables: Variables;
}

export interface CancelInstance {
  readonly type: 'cancel instance';
  readonly elementInstanceKey: string;
}

/** Asks for a decision or a process by id and binding; the host answers within the same turn with `definition resolved`. */
export interface ResolveDefinition {
  readonly type: 'resolve definition';
  readonly resolutionKey: string;
  readonly elementInstanceKey: string;
  readonly kind: 'decision' | 'process';
  readonly id: string;
  readonly binding: Binding;
}

/** Camunda's incident error types, as far as the kernel raises them. */
export type IncidentType =
  | 'CALLED_DECISION_ERROR'
  | 'CALLED_ELEMENT_ERROR'
  | 'CONDITION_ERROR'
  | 'DECISION_EVALUATION_ERROR'
  | 'EXTRACT_VALUE_ERROR'
  | 'FORM_NOT_FOUND'
  | 'IO_MAPPING_ERROR'
  | 'JOB_NO_RETRIES'
  | 'UNHANDLED_ERROR_EVENT'
  | 'UNKNOWN';

export interface RaiseIncident {
  readonly type: 'raise incident';
  readonly incidentKey: string;
  readonly elementInstanceKey: string;
  readonly elementId: string;
  readonly incidentType: IncidentType;
  /** In plain words, naming the expression and its inputs where there is one. */
  readonly message: string;
  readonly jobKey: string | null;
}

export interface CloseIncident {
  readonly type: 'close incident';
  readonly incidentKey: string;
  readonly outcome: 'resolved' | 'canceled';
}

/** The snapshot's block of keys is nearly used up; the host answers with `keys granted`. */
export interface DrawKeys {
  readonly type: 'draw keys';
}

/** The instance has ended. `error` passes up to the caller, or ends the instance where it has none. */
export interface Finish {
  readonly type: 'finish';
  readonly outcome:
    | { readonly type: 'completed'; readonly variables: Variables }
    | { readonly type: 'error'; readonly errorCode: string; readonly errorMessage: string; readonly variables: Variables }
    | { readonly type: 'terminated' };
}
