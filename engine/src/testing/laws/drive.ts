import { canAccept, isEnded, newSnapshot, step, type CalledInstanceEnded, type EventBody, type KernelCommand, type KernelEvent, type KernelFact, type ProcessModel, type Snapshot, type StepResult } from '../../kernel/index.ts';

/** Something that could be done to an instance. */
export type Move = { readonly body: EventBody };

/** An instance that is driven at random, with everything that has happened to it. */
export class DrivenInstance {
  readonly model: ProcessModel;
  readonly first: Snapshot;
  readonly events: KernelEvent[] = [];
  readonly commands: KernelCommand[] = [];
  readonly facts: KernelFact[] = [];
  snapshot: Snapshot;
  private at = 1_770_000_000_000;

  constructor(model: ProcessModel) {
    this.model = model;
    this.first = newSnapshot(model, { processInstanceKey: (1n << 40n).toString(), zone: 'Asia/Shanghai', calendars: [], called: false });
    this.snapshot = this.first;
  }

  /** Applies an event and gives what the step came to. */
  send(body: EventBody): StepResult {
    const event: KernelEvent = { id: `${this.events.length}`, at: (this.at += 60_000), ...body };
    const result = step(this.model, this.snapshot, event);
    this.events.push(event);
    this.commands.push(...result.commands);
    this.facts.push(...result.facts);
    this.snapshot = result.snapshot;
    return result;
  }

  /** All that the instance waits for, answered in one way or another as `choice` says. */
  moves(choice: number): readonly EventBody[] {
    if (isEnded(this.snapshot)) return [];
    const variables = choice % 5 === 0 ? {} : { n: choice % 7 };
    const answers = this.snapshot.waits.map((wait): EventBody => {
      switch (wait.type) {
        case 'user task':
          return { type: 'user task completed', userTaskKey: wait.key, variables };
        case 'job':
          return answerJob(wait.key, wait.retries, choice, variables);
        case 'timer':
          return { type: 'timer fired', timerKey: wait.key };
        case 'subscription':
          return { type: 'message correlated', subscriptionKey: wait.key, messageKey: '1', variables };
        case 'resolution':
          return { type: 'definition resolved', resolutionKey: wait.key, outcome: choice % 6 === 0 ? { found: false, message: 'none' } : { found: true, definition } };
        case 'called instance':
          return { type: 'called instance ended', elementInstanceKey: wait.key, calledInstanceKey: '1', outcome: endOfCall(choice, variables) };
      }
    });
    const repairs = this.snapshot.incidents.flatMap(({ key }): EventBody[] => [
      { type: 'variables updated', scopeKey: this.snapshot.context.processInstanceKey, variables: { n: choice % 7 }, local: false },
      { type: 'incident resolved', incidentKey: key },
    ]);
    return [...answers, ...repairs, ...(choice % 97 === 0 ? [{ type: 'cancel requested' as const }] : [])];
  }
}

const definition = { kind: 'process' as const, processDefinitionKey: '1', processId: 'called', version: 1 };

function endOfCall(choice: number, variables: { readonly n?: number }): CalledInstanceEnded['outcome'] {
  if (choice % 5 === 0) return { type: 'terminated' };
  return choice % 5 === 1 ? { type: 'error', errorCode: 'failed', errorMessage: '', variables } : { type: 'completed', variables };
}

function answerJob(jobKey: string, retries: number, choice: number, variables: { readonly n?: number }): EventBody {
  if (retries === 0) return { type: 'job retries updated', jobKey, retries: 1 };
  if (choice % 4 === 0) return { type: 'job failed', jobKey, retries: retries - 1, retryBackOff: 0, errorMessage: 'no', variables: {} };
  if (choice % 4 === 1) return { type: 'job error thrown', jobKey, errorCode: choice % 3 === 0 ? 'other' : 'failed', errorMessage: '', variables };
  return { type: 'job completed', jobKey, variables };
}

/** Whether an event that has been applied is refused when it comes again. */
export const isRefusedTwice = ({ snapshot, events }: DrivenInstance): boolean => {
  const last = events.at(-1);
  if (!last || last.type === 'variables updated' || last.type === 'job retries updated' || last.type === 'job failed' || last.type === 'message correlated') return true;
  return canAccept(snapshot, last) !== null;
};
