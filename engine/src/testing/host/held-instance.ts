import { newSnapshot, step, type Calendars, type KernelEvent, type KernelFact, type ProcessModel, type Snapshot, type StepResult } from '../../kernel/index.ts';
import type { DeployedProcess } from './definitions.ts';

/** How the host treats an instance, and those that it calls. */
export interface InstanceOptions {
  /** Timers fire only when they are triggered by name. */
  readonly holdTimers?: boolean;
  /** Job stand-ins leave the instance's jobs alone until they are released. */
  readonly reserveJobs?: boolean;
  /** Call activities start nothing until they are told to, or told what to pretend. */
  readonly stubCallActivities?: boolean;
}

/** A process instance in the host's memory: its snapshot, and all that has led to it. */
export class HeldInstance {
  readonly key: string;
  readonly process: DeployedProcess;
  readonly options: InstanceOptions;
  /** Element instance and instance that called it. */
  readonly caller: { readonly instanceKey: string; readonly elementInstanceKey: string } | null;
  /** Every event applied, in order: replayed from the first snapshot they give the last. */
  readonly events: KernelEvent[] = [];
  readonly facts: KernelFact[] = [];
  readonly first: Snapshot;
  snapshot: Snapshot;

  constructor(key: string, process: DeployedProcess, zone: string, calendars: Calendars, caller: HeldInstance['caller'], options: InstanceOptions) {
    this.key = key;
    this.process = process;
    this.caller = caller;
    this.options = options;
    this.first = newSnapshot(process.compiled.model, { processInstanceKey: key, zone, calendars, called: caller !== null });
    this.snapshot = this.first;
  }

  get model(): ProcessModel {
    return this.process.compiled.model;
  }

  apply(event: KernelEvent): StepResult {
    const result = step(this.model, this.snapshot, event);
    this.events.push(event);
    this.facts.push(...result.facts);
    this.snapshot = result.snapshot;
    return result;
  }
}
