import type { KernelCommand } from './commands.ts';
import type { KernelFact } from './facts.ts';
import type { Snapshot } from './snapshot.ts';

/** Result of one step: the next snapshot, what the host must do, and what has happened. */
export interface StepResult {
  readonly snapshot: Snapshot;
  readonly commands: readonly KernelCommand[];
  readonly facts: readonly KernelFact[];
}
