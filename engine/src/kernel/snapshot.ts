import type { Calendars } from './calendar/calendar.ts';
import type { IncidentType } from './commands.ts';
import type { Json, Variables } from './json.ts';
import type { ProcessModel } from './model/process-model.ts';
import { currentRevision } from './revisions.ts';

/**
 * The whole state of a process instance between two steps: JSON and nothing else. Keys are 64-bit numbers as decimal strings.
 * Nobody but `step` writes it; a step leaves the snapshot it was given as it was.
 */
export interface Snapshot {
  /** Kernel revision that the instance was started with; only migration changes it. */
  readonly revision: number;
  readonly context: InstanceContext;
  readonly state: 'created' | 'active' | 'completed' | 'failed' | 'terminated';
  readonly keys: KeyCounter;
  /** Live element instances, sorted by key; the process itself is the first. */
  readonly instances: readonly ElementInstance[];
  /** What live element instances wait for, sorted by the key that events name it with. */
  readonly waits: readonly Wait[];
  /** Open incidents, sorted by key. */
  readonly incidents: readonly Incident[];
  /** Tokens that have arrived at joining gateways and wait there, in order of arrival. */
  readonly joins: readonly Join[];
  /** Size of all variables as JSON text, in characters, roughly. */
  readonly variableSize: number;
}

/** What is pinned at start. */
export interface InstanceContext {
  readonly processInstanceKey: string;
  /** IANA zone for calendars, months and dates without one. */
  readonly zone: string;
  /** Business calendars; the first is the one that expressions mean when they name none. */
  readonly calendars: Calendars;
  /** Whether another instance called this one, so that an uncaught error passes up to it. */
  readonly called: boolean;
}

/** Keys are `first` + 1, + 2, ...; a block holds 2^20 of them, `next` is the block after this one once it has been granted. */
export interface KeyCounter {
  readonly first: string;
  readonly used: number;
  readonly next: string | null;
  readonly asked: boolean;
}

/** Where an element instance stands; each word is what comes next, and where an incident takes it up again. */
export type Phase = 'inputs' | 'arm' | 'enter' | 'active' | 'outputs' | 'leave';

export interface ElementInstance {
  readonly key: string;
  readonly elementId: string;
  /** Key of the element instance around it; null for the process. */
  readonly scope: string | null;
  phase: Phase;
  /** Live element instances inside. */
  children: number;
  /** Local variables, and the keys they are recorded under. */
  variables?: Variables;
  variableKeys?: Record<string, string>;
  /** Set on the body of a multi-instance activity; its instances are its children. */
  body?: MultiInstanceState;
  /** Place among the instances of a multi-instance body, from 1. */
  loopCounter?: number;
  /** Key of the incident that holds it up. */
  incident?: string;
  /** Keys of its open waits. */
  waits?: readonly string[];
  /** The event that started it (event subprocess) or that came first (event-based gateway), and what came with it. */
  triggered?: { readonly event: string; readonly variables: Variables };
}

export interface MultiInstanceState {
  readonly total: number;
  completed: number;
  terminated: number;
  /** Of a sequential body: elements not yet started. */
  rest?: Json[];
}

export type Wait = UserTaskWait | JobWait | TimerWait | SubscriptionWait | ResolutionWait | CalledInstanceWait;

interface WaitBase {
  readonly key: string;
  /** Key of the element instance that waits. */
  readonly instance: string;
}

export interface UserTaskWait extends WaitBase {
  readonly type: 'user task';
}

export interface JobWait extends WaitBase {
  readonly type: 'job';
  readonly retries: number;
}

export interface TimerWait extends WaitBase {
  readonly type: 'timer';
  /** Id of the event that it fires: the waiting element itself, a boundary event, or a start event of an event subprocess. */
  readonly target: string;
  /** Epoch milliseconds. */
  readonly dueAt: number;
  readonly cycle?: TimerCycle;
}

export interface TimerCycle {
  /** How often it fires after this time; null without end. */
  readonly rest: number | null;
  /** ISO 8601 duration. */
  readonly every: string;
}

export interface SubscriptionWait extends WaitBase {
  readonly type: 'subscription';
  readonly target: string;
  readonly messageName: string;
  readonly correlationKey: string;
}

export interface ResolutionWait extends WaitBase {
  readonly type: 'resolution';
}

/** By the key of the calling element instance. */
export interface CalledInstanceWait extends WaitBase {
  readonly type: 'called instance';
}

export interface Incident {
  readonly key: string;
  readonly instance: string;
  readonly type: IncidentType;
  /** Job whose retries are used up; resolving gives it one more. */
  readonly job?: string;
  /** Error that nobody caught; resolving throws it again. */
  readonly error?: ThrownError;
}

export interface ThrownError {
  readonly code: string;
  readonly message: string;
  readonly variables: Variables;
}

/** Tokens that wait at a joining gateway in one scope, counted by incoming flow. */
export interface Join {
  readonly scope: string;
  readonly gateway: string;
  readonly arrived: Readonly<Record<string, number>>;
}

/**
 * The snapshot of an instance that has not started: its first event is `instance started`. The process's own calendar comes before the tenant's
 * others; where the tenant has it no more there is none, so that no other is taken for it and what counts business days says so.
 */
export function newSnapshot({ calendar }: ProcessModel, context: InstanceContext): Snapshot {
  const known = calendar === undefined || context.calendars.some(({ id }) => id === calendar);
  const calendars = known ? [...context.calendars].sort((a, b) => Number(b.id === calendar) - Number(a.id === calendar)) : [];
  return {
    revision: currentRevision,
    context: { ...context, calendars },
    state: 'created',
    keys: { first: context.processInstanceKey, used: 0, next: null, asked: false },
    instances: [],
    waits: [],
    incidents: [],
    joins: [],
    variableSize: 0,
  };
}

/** Whether nothing can happen to the instance any more. */
export const isEnded = (snapshot: Snapshot): boolean => snapshot.state !== 'created' && snapshot.state !== 'active';
