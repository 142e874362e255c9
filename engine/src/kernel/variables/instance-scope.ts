import type { FeelScope } from '../feel/index.ts';
import type { Json } from '../json.ts';
import type { ElementInstance } from '../snapshot.ts';
import type { Turn } from '../turn/turn.ts';

/** The variables that an element instance sees: its own, then those of each scope around it. */
export class InstanceScope implements FeelScope {
  private readonly turn: Turn;
  private readonly innermost: ElementInstance;

  constructor(turn: Turn, innermost: ElementInstance) {
    this.turn = turn;
    this.innermost = innermost;
  }

  get(name: string): Json | undefined {
    for (let instance: ElementInstance | null = this.innermost; instance; instance = scopeAround(this.turn, instance)) {
      if (instance.variables && Object.hasOwn(instance.variables, name)) return instance.variables[name];
    }
    return undefined;
  }

  *names(): Iterable<string> {
    for (let instance: ElementInstance | null = this.innermost; instance; instance = scopeAround(this.turn, instance)) {
      if (instance.variables) yield* Object.keys(instance.variables);
    }
  }
}

export const scopeAround = (turn: Turn, instance: ElementInstance): ElementInstance | null =>
  instance.scope === null ? null : turn.instance(instance.scope);
