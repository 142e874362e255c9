import type { ManagedProcess, RememberedProcess, StateFolder } from '../services/index.ts';
import { supervise } from './supervise.ts';

/** Processes in the order in which they came up, watched over, remembered for the next start, and stopped the other way round. */
export class RunningParts {
  readonly #parts: { readonly stop: () => Promise<void> }[] = [];
  readonly #processes = new Map<string, RememberedProcess>();
  readonly #state: StateFolder;

  constructor(state: StateFolder) {
    this.#state = state;
  }

  /** Takes over a process that has come up; `launch` starts it anew when it ends by itself. */
  add(first: ManagedProcess, launch: () => Promise<ManagedProcess>, say: (line: string) => void): void {
    const remember = ({ identity }: ManagedProcess): void => {
      this.#processes.set(identity.name, identity);
      this.#state.update({ processes: [...this.#processes.values()] });
    };
    remember(first);
    this.#parts.push(supervise({ name: first.name, first, launch, say, onProcess: remember }));
  }

  async stop(): Promise<void> {
    for (const part of this.#parts.toReversed()) await part.stop();
    this.#state.update({ processes: [] });
  }
}
