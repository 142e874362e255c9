import {
  allHandlersFinished, ApplicationFailure, CancellationScope, condition, continueAsNew, defineSignal, defineUpdate, setHandler, workflowInfo,
} from '@temporalio/workflow';
import { canAccept, isEnded, newSnapshot, type ProcessModel, type Snapshot } from '../../kernel/index.ts';
import { CATCH_UP, CONTINUING, DELIVER, REFUSED, type Begin, type Delivery, type InstanceSettings, type ProcessInput, type Refused, type Verdict } from '../protocol.ts';
import { valueOf } from './definitions.ts';
import type { Run } from './run.ts';
import { SYSTEM } from './system-actor.ts';
import { catchUp, takeTurn } from './take-turn.ts';
import { openTimers, testTimers } from './timers.ts';

const deliverUpdate = defineUpdate<Verdict, [Delivery]>(DELIVER);
const deliverSignal = defineSignal<[Delivery]>(DELIVER);
const catchUpSignal = defineSignal(CATCH_UP);

/**
 * Runs one process instance: the kernel in a loop. Events come in as updates, signals and timers, one turn at a time; each turn is one local
 * activity, and its effects outside PostgreSQL come after it. Temporal's own cancellation is not ours: instances are canceled by an event.
 */
export async function process(input: ProcessInput): Promise<void> {
  const { run, inTurn, over, isIdle, wantsToContinue } = openRun(input);

  setHandler(deliverUpdate, (delivery) => run.enqueue(delivery), {
    validator(delivery) {
      if (wantsToContinue()) throw ApplicationFailure.create({ type: CONTINUING, message: 'the instance continues in a moment', nonRetryable: true });
      const refusal = canAccept(run.snapshot, delivery.event);
      if (refusal) throw ApplicationFailure.create({ type: REFUSED, message: refusal.message, details: [{ refusal, step: run.step } satisfies Refused], nonRetryable: true });
    },
  });
  setHandler(deliverSignal, async (delivery) => void (await run.enqueue(delivery)));
  setHandler(catchUpSignal, () => inTurn(() => catchUp(run)));

  await over;
  await CancellationScope.nonCancellable(() => condition(() => isIdle() && run.underWay.size === 0 && allHandlersFinished()));
  if (isEnded(run.snapshot)) return;
  const { snapshot, step, at } = run;
  const calls = Object.fromEntries([...run.calls].map(([key, { processInstanceKey }]) => [key, processInstanceKey]));
  await continueAsNew<typeof process>({ ...input, begin: { type: 'continue', state: { snapshot, step, at, calls } } });
}

interface OpenedRun {
  readonly run: Run;
  /** Does something when all turns before it are done. */
  inTurn<T>(work: () => Promise<T>): Promise<T>;
  /** Resolved when the instance has ended, or wants to continue as new. */
  readonly over: Promise<void>;
  isIdle(): boolean;
  wantsToContinue(): boolean;
}

function openRun(input: ProcessInput): OpenedRun {
  const { begin, continueAfter = Infinity } = input;
  let finish!: () => void;
  const over = new Promise<void>((resolve) => (finish = resolve));
  let last: Promise<unknown> = Promise.resolve();
  let queued = 0;

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    queued += 1;
    const result = last.then(() => CancellationScope.nonCancellable(work));
    last = result.then(() => {
      queued -= 1;
      if (isEnded(run.snapshot) || (queued === 0 && wantsToContinue())) finish();
    });
    return result;
  };

  const model = valueOf<ProcessModel>(input.definitions, input.modelHash);
  const run: Run = {
    input,
    model,
    snapshot: firstSnapshot(model, input),
    step: begin.type === 'continue' ? begin.state.step : 0,
    at: begin.type === 'continue' ? begin.state.at : 0,
    calls: new Map(),
    timers: input.isTest ? testTimers : openTimers((timerKey, dueAt) => void run.enqueue(timerFired(timerKey, dueAt))),
    turns: 0,
    enqueue: (delivery) => inTurn(() => takeTurn(run, delivery)),
    underWay: new Set(),
  };
  const wantsToContinue = (): boolean => !isEnded(run.snapshot) && run.turns > 0 && (run.turns >= continueAfter || workflowInfo().continueAsNewSuggested);

  switch (begin.type) {
    case 'start':
      void run.enqueue(begin.delivery);
      break;
    case 'recover':
      void inTurn(() => catchUp(run));
      break;
    case 'continue':
      void inTurn(async () => takeUp(run, begin));
      break;
    default:
      begin satisfies never;
  }
  return { run, inTurn, over, isIdle: () => queued === 0, wantsToContinue };
}

function firstSnapshot(model: ProcessModel, input: ProcessInput): Snapshot {
  const { begin, processInstanceKey, parent } = input;
  if (begin.type === 'continue') return begin.state.snapshot;
  const { zone, calendars } = valueOf<InstanceSettings>(input.definitions, input.settingsHash);
  const snapshot = newSnapshot(model, { processInstanceKey, zone, calendars, called: parent !== null });
  return begin.type === 'recover' ? { ...snapshot, revision: begin.revision } : snapshot;
}

/** Timers are set again from their due times; the rest waits in the snapshot, and calls are known by their keys. */
function takeUp(run: Run, { state }: Begin & { type: 'continue' }): void {
  const started = Promise.resolve();
  for (const [key, processInstanceKey] of Object.entries(state.calls)) run.calls.set(key, { processInstanceKey, started });
  for (const wait of state.snapshot.waits) if (wait.type === 'timer') run.timers.arm(wait.key, wait.dueAt);
}

const timerFired = (timerKey: string, dueAt: number): Delivery => ({
  event: { id: `timer:${timerKey}:${dueAt}`, at: dueAt, type: 'timer fired', timerKey },
  actor: SYSTEM,
});
