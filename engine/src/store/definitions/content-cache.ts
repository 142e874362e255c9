import type { Store } from '../open-store.ts';
import { readContent } from './find-definitions.ts';

/** Reads texts of definitions by hash; what was read stays at hand, the least used goes first. They never change, so nothing goes stale. */
export function contentCache(store: Store, mostCharacters = 64 * 1024 * 1024): { read(tenantId: string, hash: string): Promise<string> } {
  const known = new Map<string, Promise<string>>();
  const sizes = new Map<string, number>();
  let characters = 0;

  function forget(name: string): void {
    known.delete(name);
    characters -= sizes.get(name) ?? 0;
    sizes.delete(name);
  }

  return {
    read(tenantId, hash) {
      const name = `${tenantId} ${hash}`;
      const found = known.get(name);
      if (found) {
        known.delete(name);
        known.set(name, found);
        return found;
      }
      const reading = store.inTenant(tenantId, (tx) => readContent(tx, hash));
      known.set(name, reading);
      reading.then(
        (content) => {
          sizes.set(name, content.length);
          characters += content.length;
          for (const oldest of known.keys()) {
            if (characters <= mostCharacters || oldest === name) break;
            forget(oldest);
          }
        },
        () => forget(name),
      );
      return reading;
    },
  };
}
