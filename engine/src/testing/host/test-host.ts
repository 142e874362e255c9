import { addIsoDuration, isEnded, type Calendars, type Json, type KernelEvent, type KernelFact, type Snapshot, type Variables } from '../../kernel/index.ts';
import { evaluateDecision } from '../../kernel/dmn/index.ts';
import { scopeOf, toJson } from '../../kernel/feel/index.ts';
import type { ProcessTestEngine } from '../process-tests/process-test-engine.ts';
import type { Deployment, ResourceFile } from './definitions.ts';
import type { InstanceOptions } from './held-instance.ts';
import { HostCore } from './host-core.ts';
import { TestHostError } from './host-error.ts';
import { viewDecisions, viewElements, viewEvaluations, viewInstance, viewVariables } from './look.ts';
import { MessageExchange, type PublishedMessage } from './message-exchange.ts';
import type { DecisionView, ElementView, IncidentView, InstanceView, JobView, StandIn, SubscriptionView, TimerView, UserTaskView, VariableView } from './views.ts';

export interface TestHostOptions {
  /** Where the clock begins, epoch milliseconds; Monday, 5 January 2026, 9:00 UTC unless given. */
  readonly now?: number;
  /** IANA zone; UTC unless given. */
  readonly zone?: string;
  /** Business calendars, the default one first. */
  readonly calendars?: Calendars;
}

/**
 * A process engine in memory, on a virtual clock: the kernel that runs in production, with nothing around it. When a verb returns, all that
 * follows from it has happened; time passes only by `advanceTime` and `setTime`. A verb that the engine refuses throws a `TestHostError`.
 *
 * ```ts
 * const host = new TestHost();
 * host.deploy([{ name: 'order.bpmn', text }]);
 * const key = host.createInstance('order', { amount: 10 });
 * host.completeUserTask(host.userTask('approve').key, { approved: true });
 * host.advanceTime('P3D');
 * expect(host.instance(key).state).toBe('completed');
 * ```
 */
export class TestHost implements ProcessTestEngine {
  /** Nothing has to be waited for. */
  readonly patience = 0;
  private readonly core: HostCore;
  private readonly exchange: MessageExchange;
  private readonly jobStandIns = new Map<string, StandIn>();
  private readonly released = new Set<string>();
  private readonly standaloneDecisions: DecisionView[] = [];

  constructor({ now = Date.UTC(2026, 0, 5, 9), zone = 'UTC', calendars = [] }: TestHostOptions = {}) {
    this.core = new HostCore(now, zone, calendars);
    this.exchange = new MessageExchange(this.core);
  }

  /** The virtual clock, epoch milliseconds. */
  get now(): number {
    return this.core.now;
  }

  /** Compiles and deploys files together; with an error among the findings nothing is deployed. */
  deploy(files: readonly ResourceFile[]): Deployment {
    return this.core.definitions.deploy(files);
  }

  /** Starts the latest version of a process at its none start event and gives the key of the instance. */
  createInstance(processId: string, variables: Variables = {}, options: InstanceOptions = {}): string {
    const process = this.core.definitions.process(processId);
    if (!process) throw new TestHostError(`No process '${processId}' is deployed.`);
    if (!process.compiled.startEvents.some(({ trigger }) => trigger.type === 'none')) throw new TestHostError(`The process '${processId}' has no none start event.`);
    const { key } = this.core.start(process, variables, undefined, options);
    this.settle();
    return key;
  }

  cancelInstance(key: string): void {
    const instance = this.core.instance(key);
    if (isEnded(instance.snapshot)) throw new TestHostError(`Process instance ${key} has ended.`);
    this.send(key, { type: 'cancel requested' });
  }

  completeUserTask(key: string, variables: Variables = {}, action = 'complete'): void {
    this.send(this.record(this.core.records.userTasks, key, 'user task').instanceKey, { type: 'user task completed', userTaskKey: key, variables, action });
  }

  completeJob(key: string, variables: Variables = {}): void {
    this.send(this.job(key).instanceKey, { type: 'job completed', jobKey: key, variables });
  }

  failJob(key: string, { retries, retryBackOff = 0, errorMessage = '', variables = {} }: { retries: number; retryBackOff?: number; errorMessage?: string; variables?: Variables }): void {
    this.send(this.job(key).instanceKey, { type: 'job failed', jobKey: key, retries, retryBackOff, errorMessage, variables });
  }

  throwJobError(key: string, errorCode: string, errorMessage = '', variables: Variables = {}): void {
    this.send(this.job(key).instanceKey, { type: 'job error thrown', jobKey: key, errorCode, errorMessage, variables });
  }

  updateJobRetries(key: string, retries: number): void {
    this.send(this.job(key).instanceKey, { type: 'job retries updated', jobKey: key, retries });
  }

  /** Gives the keys of the instances that the message came to at once. */
  publishMessage(message: PublishedMessage): readonly string[] {
    const keys = this.exchange.publish(message);
    this.settle();
    return keys;
  }

  /** Publishes a message that has to find somebody at once. */
  correlateMessage(message: Omit<PublishedMessage, 'timeToLive' | 'messageId'>): string {
    const [key] = this.publishMessage(message);
    if (key === undefined) throw new TestHostError(`The message '${message.name}' with the key '${message.correlationKey ?? ''}' found nobody.`);
    return key;
  }

  /** Sets variables in the scope of an element instance (the instance's own key: the process), or where each is defined already. */
  setVariables(scopeKey: string, variables: Variables, { local = false }: { local?: boolean } = {}): void {
    const instance = [...this.core.instances.values()].find(({ snapshot }) => snapshot.instances.some(({ key }) => key === scopeKey));
    if (!instance) throw new TestHostError(`No element instance ${scopeKey} is active.`);
    this.send(instance.key, { type: 'variables updated', scopeKey, variables, local });
  }

  resolveIncident(key: string): void {
    this.send(this.record(this.core.records.incidents, key, 'incident').instanceKey, { type: 'incident resolved', incidentKey: key });
  }

  /** Evaluates a decision by itself. */
  evaluateDecision(decisionId: string, variables: Variables = {}): Json {
    const decision = this.core.definitions.decision(decisionId);
    if (!decision) throw new TestHostError(`No decision '${decisionId}' is deployed.`);
    const { now, zone, calendars } = this.core;
    const result = evaluateDecision(decision.model, decisionId, scopeOf(variables), { now, zone, calendars, budget: { steps: 10_000_000 } });
    this.standaloneDecisions.push(...viewEvaluations(null, result.evaluations));
    if (!result.ok) throw new TestHostError(result.message);
    return toJson(result.output);
  }

  /** Lets time pass by milliseconds or an ISO 8601 duration; what falls due happens in order, at its time. */
  advanceTime(by: number | string): void {
    const until = typeof by === 'number' ? this.core.now + by : addIsoDuration(by, this.core.now, this.core.zone);
    if (until === null) throw new TestHostError(`'${by}' is no ISO 8601 duration.`);
    this.setTime(until);
  }

  /** Lets time pass until an instant. A clock that is put back undoes nothing. */
  setTime(until: number): void {
    for (let timer = this.nextTimer(until); timer; timer = this.nextTimer(until)) {
      this.core.now = Math.max(this.core.now, timer.dueAt);
      this.fire(timer);
    }
    this.core.now = until;
    this.settle();
  }

  /** Lets the timer of an event fire before it is due. */
  triggerTimer(instanceKey: string, elementId: string): void {
    const timer = this.timers({ instanceKey, elementId })[0];
    if (!timer) throw new TestHostError(`No timer of '${elementId}' is armed.`);
    this.fire(timer);
    this.settle();
  }

  /** Jobs of a type are done by a stand-in from now on. */
  standInForJobs(jobType: string, standIn: StandIn): void {
    this.jobStandIns.set(jobType, standIn);
    this.settle();
  }

  /** Calls of a process are answered with variables instead of being made. */
  standInForProcess(processId: string, variables: Variables): void {
    this.core.processStandIns.set(processId, variables);
    if (!this.core.definitions.process(processId)) this.deploy([emptyProcess(processId)]);
  }

  standInForDecision(decisionId: string, output: Json): void {
    this.core.definitions.standInForDecision(decisionId, output);
  }

  /** Gives a reserved job to the stand-in for its type. */
  releaseJob(key: string): void {
    this.released.add(this.job(key).key);
    this.settle();
  }

  /** Says what becomes of a call that waits for the test: it is made, or pretended. */
  answerCall(elementId: string, answer: StandIn | { readonly type: 'run' }): void {
    const held = [...this.core.heldCalls].find(([, { command }]) => command.elementId === elementId);
    if (!held) throw new TestHostError(`No call of '${elementId}' waits for an answer.`);
    const [key, call] = held;
    this.core.heldCalls.delete(key);
    if (answer.type === 'run') this.core.call(call);
    else this.core.answerCall(call, answer);
    this.settle();
  }

  instances(processId?: string): readonly InstanceView[] {
    return [...this.core.instances.values()].map(viewInstance).filter((instance) => processId === undefined || instance.processId === processId);
  }

  instance(key: string): InstanceView {
    return viewInstance(this.core.instance(key));
  }

  /** Element instances in the order in which they were entered. */
  elements(instanceKey: string): readonly ElementView[] {
    return viewElements(this.core.instance(instanceKey));
  }

  /** The process's own variables. */
  variables(instanceKey: string): Variables {
    return Object.fromEntries(this.allVariables(instanceKey).flatMap(({ name, value, scopeKey }) => (scopeKey === instanceKey ? [[name, value]] : [])));
  }

  /** Variables of every scope. */
  allVariables(instanceKey: string): readonly VariableView[] {
    return viewVariables(this.core.instance(instanceKey));
  }

  userTasks(match: Partial<UserTaskView> = {}): readonly UserTaskView[] {
    return matching(this.core.records.userTasks, match);
  }

  /** The open user task of an element. */
  userTask(elementId: string): UserTaskView {
    return this.only(this.userTasks({ elementId, state: 'created' }), `open user task '${elementId}'`);
  }

  jobs(match: Partial<JobView> = {}): readonly JobView[] {
    return matching(this.core.records.jobs, match);
  }

  /** The job of a type that may be worked on now. */
  jobOf(type: string): JobView {
    return this.only(this.jobs({ type }).filter(({ state, retries, activatableAt }) => (state === 'created' || state === 'failed') && retries > 0 && activatableAt <= this.now), `job of type '${type}'`);
  }

  incidents(match: Partial<IncidentView> = {}): readonly IncidentView[] {
    return matching(this.core.records.incidents, match);
  }

  /** Armed timers, the next due first. */
  timers(match: Partial<TimerView> = {}): readonly TimerView[] {
    return [...matching(this.core.records.timers, match)].sort((a, b) => a.dueAt - b.dueAt || byKey(a, b));
  }

  subscriptions(match: Partial<SubscriptionView> = {}): readonly SubscriptionView[] {
    return matching(this.core.records.subscriptions, match);
  }

  /** Decisions evaluated in an instance, or everywhere. */
  decisions(instanceKey?: string): readonly DecisionView[] {
    if (instanceKey !== undefined) return viewDecisions(this.core.instance(instanceKey));
    return [...[...this.core.instances.values()].flatMap(viewDecisions), ...this.standaloneDecisions];
  }

  /** Ids of the sequence flows that tokens took, in order. */
  flowsTaken(instanceKey: string): readonly string[] {
    return this.core.instance(instanceKey).facts.flatMap((fact) => (fact.type === 'flow taken' ? [fact.flowId] : []));
  }

  /** There is nothing to let go of. */
  close(): void {}

  /** What has happened in an instance, in order. */
  facts(instanceKey: string): readonly KernelFact[] {
    return this.core.instance(instanceKey).facts;
  }

  /** Every event that was applied to an instance, with the snapshots before the first and after the last. */
  history(instanceKey: string): { readonly first: Snapshot; readonly events: readonly KernelEvent[]; readonly last: Snapshot } {
    const { first, events, snapshot } = this.core.instance(instanceKey);
    return { first, events, last: snapshot };
  }

  /** Deployed processes with their versions, the latest last. */
  get definitions(): HostCore['definitions'] {
    return this.core.definitions;
  }

  private send(instanceKey: string, body: Parameters<HostCore['send']>[1]): void {
    this.core.send(this.core.instance(instanceKey), body);
    this.settle();
  }

  /** Lets everything happen that needs nobody: what is queued, stand-ins, and timers that are due already. */
  private settle(): void {
    for (let busy = true; busy; ) {
      this.core.run();
      const timer = this.nextTimer(this.core.now);
      if (timer) this.fire(timer);
      busy = timer !== null || this.workOnJob();
    }
  }

  private fire({ key, instanceKey }: TimerView): void {
    this.core.records.timers.delete(key);
    this.core.later(this.core.instance(instanceKey), { type: 'timer fired', timerKey: key });
    this.core.run();
  }

  private nextTimer(until: number): TimerView | null {
    return this.timers().find(({ dueAt, instanceKey }) => dueAt <= until && !this.core.instance(instanceKey).options.holdTimers) ?? null;
  }

  private workOnJob(): boolean {
    const isFree = ({ key, instanceKey }: JobView): boolean => this.released.has(key) || !this.core.instance(instanceKey).options.reserveJobs;
    const job = this.jobs({ state: 'created' }).find((open) => this.jobStandIns.has(open.type) && open.retries > 0 && isFree(open));
    const standIn = job && this.jobStandIns.get(job.type);
    if (!job || !standIn) return false;
    const { variables } = standIn;
    const instance = this.core.instance(job.instanceKey);
    if (standIn.type === 'complete') this.core.send(instance, { type: 'job completed', jobKey: job.key, variables });
    else this.core.send(instance, { type: 'job error thrown', jobKey: job.key, errorCode: standIn.errorCode, errorMessage: standIn.errorMessage, variables });
    return true;
  }

  private job(key: string): JobView {
    return this.record(this.core.records.jobs, key, 'job');
  }

  private record<T>(records: ReadonlyMap<string, T>, key: string, noun: string): T {
    const record = records.get(key);
    if (!record) throw new TestHostError(`There is no ${noun} ${key}.`);
    return record;
  }

  private only<T>(found: readonly T[], what: string): T {
    const [first] = found;
    if (!first) throw new TestHostError(`There is no ${what}.`);
    return first;
  }
}

const matching = <T extends object>(records: ReadonlyMap<string, T>, match: Partial<T>): readonly T[] =>
  [...records.values()].filter((record) => Object.entries(match).every(([name, value]) => record[name as keyof T] === value));

const byKey = (a: { readonly key: string }, b: { readonly key: string }): number => (BigInt(a.key) < BigInt(b.key) ? -1 : 1);

/** A process to be called by a name under which none is deployed. */
const emptyProcess = (processId: string): ResourceFile => ({
  name: `${processId}.bpmn`,
  text: `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="stand-in"><process id="${processId}" isExecutable="true"><startEvent id="${processId}-start"/></process></definitions>`,
});
