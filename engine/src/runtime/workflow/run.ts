import type { ProcessModel, Snapshot } from '../../kernel/index.ts';
import type { Delivery, ProcessInput, Verdict } from '../protocol.ts';
import type { Timers } from './timers.ts';

/** One run of a process instance's workflow: what stands (projected), and what is under way. Written by `take-turn` and `perform` only. */
export interface Run {
  readonly input: ProcessInput;
  readonly model: ProcessModel;
  /** After the last projected turn. */
  snapshot: Snapshot;
  /** The next step. */
  step: number;
  /** Time of the last event, epoch milliseconds; time never goes back. */
  at: number;
  /** Instances that call activities have started and not seen the end of. */
  readonly calls: Map<string, CalledInstance>;
  readonly timers: Timers;
  /** Turns since the run began. */
  turns: number;
  /** Takes a delivery when all before it are done. */
  enqueue(delivery: Delivery): Promise<Verdict>;
  /** Starts and signals to other instances that Temporal has not confirmed; never rejects. */
  readonly underWay: Set<Promise<void>>;
}

export interface CalledInstance {
  readonly processInstanceKey: string;
  /** Settled when Temporal has started it, or knows it already. */
  readonly started: Promise<void>;
}
