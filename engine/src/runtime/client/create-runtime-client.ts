import type { Variables } from '../../kernel/index.ts';
import { codecEndpoint, type CodecEndpoint } from '../codec/codec-endpoint.ts';
import { askForEvent } from './ask.ts';
import type { Caller } from './caller.ts';
import { processInstanceCreator, type CreateProcessInstance } from './create-process-instance.ts';
import { openBackend, type BackendOptions } from './open-backend.ts';
import type { Outcome } from './outcome.ts';
import { correlate, publish, type Message, type PublishMessage } from './publish-message.ts';
import { advanceClock, letClockRun, setClock } from './set-clock.ts';

/**
 * What one may ask of the runtime, a function a verb. Every request is written down first and done once; the answer comes after the
 * projection, so that whoever reads next sees what was done. Throws while PostgreSQL can't be reached (then nothing was written down),
 * and on bugs of ours; whatever else can be foreseen is an `Outcome`.
 */
export interface RuntimeClient {
  createProcessInstance(request: Caller & CreateProcessInstance): Promise<Outcome<{ readonly processInstanceKey: string }>>;
  cancelProcessInstance(request: Caller & { readonly processInstanceKey: string; readonly reason?: string }): Promise<Outcome>;
  completeUserTask(request: Caller & { readonly userTaskKey: string; readonly variables: Variables; readonly action?: string }): Promise<Outcome>;
  completeJob(request: Caller & { readonly jobKey: string; readonly variables: Variables }): Promise<Outcome>;
  /** `retryBackOff` in milliseconds. */
  failJob(request: Caller & { readonly jobKey: string; readonly retries: number; readonly retryBackOff: number; readonly errorMessage: string; readonly variables: Variables }): Promise<Outcome>;
  throwJobError(request: Caller & { readonly jobKey: string; readonly errorCode: string; readonly errorMessage: string; readonly variables: Variables }): Promise<Outcome>;
  updateJobRetries(request: Caller & { readonly jobKey: string; readonly retries: number }): Promise<Outcome>;
  publishMessage(request: Caller & PublishMessage): Promise<Outcome<{ readonly messageKey: string }>>;
  correlateMessage(request: Caller & Message): Promise<Outcome<{ readonly messageKey: string; readonly processInstanceKey: string }>>;
  resolveIncident(request: Caller & { readonly incidentKey: string }): Promise<Outcome>;
  /** In the scope of an element instance, or of the process instance by its key. Not `local`: where each name is defined already. */
  setVariables(request: Caller & { readonly elementInstanceKey: string; readonly variables: Variables; readonly local: boolean }): Promise<Outcome>;
  /** `timestamp` in epoch milliseconds. Answers when all that comes due on the way has fired. */
  pinClock(request: Caller & { readonly timestamp: number }): Promise<Outcome>;
  advanceClock(request: Caller & { readonly milliseconds: number }): Promise<Outcome>;
  resetClock(request: Caller): Promise<Outcome>;
  /** Resolves when Temporal answers; rejects when it doesn't. */
  checkTemporal(): Promise<void>;
  /** For Temporal's UI, behind whatever access check the caller puts before it. */
  readonly codec: CodecEndpoint;
  close(): Promise<void>;
}

export type RuntimeClientOptions = BackendOptions;

export function createRuntimeClient(options: RuntimeClientOptions): RuntimeClient {
  const backend = openBackend(options);
  const byJob = (jobKey: string) => ({ type: 'job', key: jobKey }) as const;

  return {
    createProcessInstance: processInstanceCreator(backend),
    cancelProcessInstance: ({ processInstanceKey, reason, ...caller }) =>
      askForEvent(backend, caller, 'cancelProcessInstance', { type: 'process instance', key: processInstanceKey }, { type: 'cancel requested', ...(reason !== undefined && { reason }) }, reason),
    completeUserTask: ({ userTaskKey, variables, action, ...caller }) =>
      askForEvent(backend, caller, 'completeUserTask', { type: 'user task', key: userTaskKey }, { type: 'user task completed', userTaskKey, variables, ...(action !== undefined && { action }) }),
    completeJob: ({ jobKey, variables, ...caller }) => askForEvent(backend, caller, 'completeJob', byJob(jobKey), { type: 'job completed', jobKey, variables }),
    failJob: ({ jobKey, retries, retryBackOff, errorMessage, variables, ...caller }) =>
      askForEvent(backend, caller, 'failJob', byJob(jobKey), { type: 'job failed', jobKey, retries, retryBackOff, errorMessage, variables }),
    throwJobError: ({ jobKey, errorCode, errorMessage, variables, ...caller }) =>
      askForEvent(backend, caller, 'throwJobError', byJob(jobKey), { type: 'job error thrown', jobKey, errorCode, errorMessage, variables }),
    updateJobRetries: ({ jobKey, retries, ...caller }) => askForEvent(backend, caller, 'updateJobRetries', byJob(jobKey), { type: 'job retries updated', jobKey, retries }),
    publishMessage: (request) => publish(backend, request),
    correlateMessage: (request) => correlate(backend, request),
    resolveIncident: ({ incidentKey, ...caller }) => askForEvent(backend, caller, 'resolveIncident', { type: 'incident', key: incidentKey }, { type: 'incident resolved', incidentKey }),
    setVariables: ({ elementInstanceKey, variables, local, ...caller }) =>
      askForEvent(backend, caller, 'setVariables', { type: 'element instance', key: elementInstanceKey }, { type: 'variables updated', scopeKey: elementInstanceKey, variables, local }),
    pinClock: ({ timestamp, ...caller }) => setClock(backend, caller, timestamp),
    advanceClock: ({ milliseconds, ...caller }) => advanceClock(backend, caller, milliseconds),
    resetClock: (caller) => letClockRun(backend, caller),
    checkTemporal: async () => void (await backend.temporal.client.workflowService.getSystemInfo({})),
    codec: codecEndpoint(backend.temporal.codec),
    close: () => backend.close(),
  };
}
