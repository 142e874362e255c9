import type { Outcome } from './outcome.ts';
import type { Variables } from '../kernel/index.ts';
import type { Actor } from '../store/index.ts';

/** What the API needs of the runtime's client. */
export interface RuntimeRequest {
  readonly tenantId: string;
  readonly actor: Actor;
  readonly requestId: string;
  readonly bodyDigest: string;
  readonly idempotencyKey?: string;
  /** In which the actor says times. */
  readonly zone?: string;
}

export interface RuntimeClient {
  createProcessInstance(
    request: RuntimeRequest & { readonly processDefinitionKey: string; readonly variables: Variables; readonly businessId?: string; readonly tags?: readonly string[]; readonly startElementId?: string },
  ): Promise<Outcome<{ readonly processInstanceKey: string }>>;
  cancelProcessInstance(request: RuntimeRequest & { readonly processInstanceKey: string; readonly reason?: string }): Promise<Outcome<unknown>>;
  completeUserTask(request: RuntimeRequest & { readonly userTaskKey: string; readonly variables: Variables; readonly action?: string }): Promise<Outcome<unknown>>;
  completeJob(request: RuntimeRequest & { readonly jobKey: string; readonly variables: Variables }): Promise<Outcome<unknown>>;
  failJob(request: RuntimeRequest & { readonly jobKey: string; readonly retries: number; readonly retryBackOff: number; readonly errorMessage: string; readonly variables: Variables }): Promise<Outcome<unknown>>;
  throwJobError(request: RuntimeRequest & { readonly jobKey: string; readonly errorCode: string; readonly errorMessage: string; readonly variables: Variables }): Promise<Outcome<unknown>>;
  updateJobRetries(request: RuntimeRequest & { readonly jobKey: string; readonly retries: number }): Promise<Outcome<unknown>>;
  publishMessage(
    request: RuntimeRequest & { readonly name: string; readonly correlationKey: string; readonly timeToLive: number; readonly messageId?: string; readonly variables: Variables },
  ): Promise<Outcome<{ readonly messageKey: string }>>;
  correlateMessage(
    request: RuntimeRequest & { readonly name: string; readonly correlationKey: string; readonly variables: Variables },
  ): Promise<Outcome<{ readonly messageKey: string; readonly processInstanceKey: string }>>;
  resolveIncident(request: RuntimeRequest & { readonly incidentKey: string }): Promise<Outcome<unknown>>;
  setVariables(request: RuntimeRequest & { readonly elementInstanceKey: string; readonly variables: Variables; readonly local: boolean }): Promise<Outcome<unknown>>;
  pinClock(request: RuntimeRequest & { readonly timestamp: number }): Promise<Outcome<unknown>>;
  resetClock(request: RuntimeRequest): Promise<Outcome<unknown>>;
  /** Resolves when Temporal answers, rejects when it doesn't. */
  checkTemporal(): Promise<void>;
}
