/**
 * Content that travels by its hash: compiled models, and the calendars an instance was started with. History holds the hash, the codec
 * puts the text in on the worker. One parsed value a worker: this module is preloaded, so all workflows of a worker share it.
 */
export interface Definition {
  readonly hash: string;
  /** Parsed at the first use. Shared by everyone who runs it: never written to. */
  readonly value: unknown;
}

/** Definitions by hash. Null where only the hash is known: outside a worker. */
export type Definitions = Readonly<Record<string, Definition | null>>;

/** What stays at hand for workflows to come; a workflow that runs holds its own definitions besides. */
const MOST_CHARACTERS = 64 * 1024 * 1024;

const known = new Map<string, { readonly definition: Definition; readonly size: number }>();
let characters = 0;

/** The shared definition of this hash. `read` gives its JSON text when nobody at this worker has it. */
export function shareDefinition(hash: string, read: () => string): Definition {
  const found = known.get(hash);
  if (found) {
    known.delete(hash);
    known.set(hash, found);
    return found.definition;
  }
  const text = read();
  const shared = { definition: parsedLater(hash, text), size: text.length };
  known.set(hash, shared);
  characters += shared.size;
  for (const [oldest, { size }] of known) {
    if (characters <= MOST_CHARACTERS || oldest === hash) break;
    known.delete(oldest);
    characters -= size;
  }
  return shared.definition;
}

/** The value of a definition that the payload brought. @throws when it did not: a bug of ours. */
export function valueOf<T>(definitions: Definitions, hash: string): T {
  const definition = definitions[hash];
  if (!definition) throw new Error(`definition ${hash} was not put into the payload`);
  return definition.value as T;
}

function parsedLater(hash: string, text: string): Definition {
  let unparsed: string | null = text;
  let value: unknown;
  return {
    hash,
    get value() {
      if (unparsed !== null) {
        value = JSON.parse(unparsed);
        unparsed = null;
      }
      return value;
    },
  };
}
