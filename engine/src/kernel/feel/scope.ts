import { entryOf, type FeelContext, type FeelValue } from './values.ts';

/** Where an expression finds its variables: looked up by name, JSON as it stands, nothing copied. */
export interface FeelScope {
  /** The value of a variable, or undefined where there is none. */
  get(name: string): unknown;
  /** All names, for messages and editors. */
  names?(): Iterable<string>;
}

export const emptyScope: FeelScope = { get: () => undefined, names: () => [] };

/** Variables of one JSON object, and those of the scope around it. */
export function scopeOf(variables: Readonly<Record<string, unknown>>, outer: FeelScope = emptyScope): FeelScope {
  return {
    get: (name) => (Object.hasOwn(variables, name) ? variables[name] : outer.get(name)),
    names: () => new Set([...Object.keys(variables), ...(outer.names?.() ?? [])]),
  };
}

/** One variable more than the scope around it. */
export class Binding implements FeelScope {
  readonly name: string;
  readonly value: FeelValue;
  readonly outer: FeelScope;
  constructor(name: string, value: FeelValue, outer: FeelScope) {
    this.name = name;
    this.value = value;
    this.outer = outer;
  }
  get(name: string): unknown {
    return name === this.name ? this.value : this.outer.get(name);
  }
}

/** The entries of a context, before those of the scope around it. */
export class ContextScope implements FeelScope {
  readonly context: FeelContext;
  readonly outer: FeelScope;
  constructor(context: FeelContext, outer: FeelScope) {
    this.context = context;
    this.outer = outer;
  }
  get(name: string): unknown {
    return entryOf(this.context, name) ?? (Object.hasOwn(this.context, name) ? null : this.outer.get(name));
  }
}

/** Name under which the value tested stands: what `?` reads. */
export const inputName = '?';

/** The scope of an item that is filtered: the item's own entries, then `item`, then what surrounds the list. */
export function scopeOfItem(item: FeelValue, outer: FeelScope, isContext: boolean): FeelScope {
  const named = new Binding('item', item, outer);
  return isContext ? new ContextScope(item as FeelContext, named) : named;
}
