import type { DecisionEvaluation, FormReference, Headers, IncidentType, Json, Variables } from '../../kernel/index.ts';

/** What a test sees of an engine: records as plain data, keys as decimal strings, times in epoch milliseconds. */

export interface InstanceView {
  readonly key: string;
  readonly processId: string;
  readonly version: number;
  readonly state: 'active' | 'completed' | 'failed' | 'terminated';
  /** Key of the call activity's element instance that started it. */
  readonly calledBy: string | null;
}

export interface ElementView {
  readonly key: string;
  readonly instanceKey: string;
  readonly elementId: string;
  readonly name: string | null;
  /** Camunda's element type, `USER_TASK` and so on. */
  readonly type: string;
  readonly scopeKey: string | null;
  readonly state: 'active' | 'completed' | 'terminated';
  /** Grows with the order in which element instances have ended; null while active. */
  readonly ended: number | null;
}

export interface UserTaskView {
  readonly key: string;
  readonly instanceKey: string;
  readonly processId: string;
  readonly elementId: string;
  readonly elementInstanceKey: string;
  readonly name: string;
  readonly state: 'created' | 'completed' | 'canceled';
  readonly assignee: string | null;
  readonly candidateGroups: readonly string[];
  readonly candidateUsers: readonly string[];
  readonly dueAt: number | null;
  readonly followUpAt: number | null;
  readonly priority: number;
  readonly form: FormReference | null;
  readonly headers: Headers;
}

export interface JobView {
  readonly key: string;
  readonly instanceKey: string;
  readonly processId: string;
  readonly elementId: string;
  readonly elementInstanceKey: string;
  readonly type: string;
  readonly state: 'created' | 'failed' | 'completed' | 'canceled' | 'error thrown';
  readonly retries: number;
  /** Not to be worked on before. */
  readonly activatableAt: number;
  readonly headers: Headers;
}

export interface IncidentView {
  readonly key: string;
  readonly instanceKey: string;
  readonly processId: string;
  readonly elementId: string;
  readonly elementInstanceKey: string;
  readonly type: IncidentType;
  readonly message: string;
  readonly state: 'active' | 'resolved' | 'canceled';
}

export interface TimerView {
  readonly key: string;
  readonly instanceKey: string;
  readonly elementId: string;
  readonly dueAt: number;
}

export interface SubscriptionView {
  readonly key: string;
  readonly instanceKey: string;
  readonly elementId: string;
  readonly messageName: string;
  readonly correlationKey: string;
  readonly state: 'waiting' | 'correlated' | 'canceled';
  /** How often a message has come. */
  readonly correlations: number;
}

export interface VariableView {
  readonly name: string;
  readonly value: Json;
  readonly instanceKey: string;
  /** Key of the element instance in whose scope it stands; the instance's own for the process. */
  readonly scopeKey: string;
  readonly elementId: string;
}

export interface DecisionView {
  readonly instanceKey: string | null;
  readonly decisionId: string;
  readonly decisionName: string;
  readonly output: Json;
  readonly failure: string | null;
  /** Rows that fired, counted from 1. */
  readonly matchedRules: readonly number[];
  readonly evaluations: readonly DecisionEvaluation[];
}

/** What a stand-in does instead of the real thing. */
export type StandIn =
  | { readonly type: 'complete'; readonly variables: Variables }
  | { readonly type: 'error'; readonly errorCode: string; readonly errorMessage: string; readonly variables: Variables };
