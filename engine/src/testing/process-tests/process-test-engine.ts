import type { Json, Variables } from '../../kernel/index.ts';
import type { Deployment, ResourceFile } from '../host/definitions.ts';
import type { InstanceOptions } from '../host/held-instance.ts';
import type { PublishedMessage } from '../host/message-exchange.ts';
import type { DecisionView, ElementView, IncidentView, InstanceView, JobView, StandIn, SubscriptionView, UserTaskView, VariableView } from '../host/views.ts';

export type Answer<T> = T | Promise<T>;

/**
 * The engine that process tests run on: the kernel in memory (`TestHost`), or another that has the same verbs, such as the real runtime with
 * a test tenant. A fresh one for each test case. A verb that the engine refuses fails with an error whose message says why.
 */
export interface ProcessTestEngine {
  /** How long what a test expects may take to come true, in milliseconds; 0 where a verb returns when all has happened that follows from it. */
  readonly patience: number;
  deploy(files: readonly ResourceFile[]): Answer<Deployment>;
  createInstance(processId: string, variables: Variables, options: InstanceOptions): Answer<string>;
  completeUserTask(key: string, variables: Variables): Answer<void>;
  completeJob(key: string, variables: Variables): Answer<void>;
  throwJobError(key: string, errorCode: string, errorMessage: string, variables: Variables): Answer<void>;
  releaseJob(key: string): Answer<void>;
  publishMessage(message: PublishedMessage): Answer<unknown>;
  correlateMessage(message: PublishedMessage): Answer<unknown>;
  setVariables(scopeKey: string, variables: Variables, how: { readonly local?: boolean }): Answer<void>;
  resolveIncident(key: string): Answer<void>;
  evaluateDecision(decisionId: string, variables: Variables): Answer<unknown>;
  /** Epoch milliseconds. */
  setTime(until: number): Answer<void>;
  /** An ISO 8601 duration. */
  advanceTime(by: string): Answer<void>;
  triggerTimer(instanceKey: string, elementId: string): Answer<void>;
  answerCall(elementId: string, answer: StandIn | { readonly type: 'run' }): Answer<void>;
  standInForJobs(jobType: string, standIn: StandIn): Answer<void>;
  standInForProcess(processId: string, variables: Variables): Answer<void>;
  standInForDecision(decisionId: string, output: Json): Answer<void>;
  instances(processId?: string): Answer<readonly InstanceView[]>;
  elements(instanceKey: string): Answer<readonly ElementView[]>;
  flowsTaken(instanceKey: string): Answer<readonly string[]>;
  allVariables(instanceKey: string): Answer<readonly VariableView[]>;
  userTasks(): Answer<readonly UserTaskView[]>;
  jobs(): Answer<readonly JobView[]>;
  incidents(): Answer<readonly IncidentView[]>;
  subscriptions(): Answer<readonly SubscriptionView[]>;
  decisions(): Answer<readonly DecisionView[]>;
  close(): Answer<void>;
}
