/** What stands under a key: a 64-bit number as decimal string. */
export interface Keyed {
  readonly key: string;
}

/** Where a key stands in a list sorted by key, or would stand: the first place whose key isn't smaller. */
function placeOf(list: readonly Keyed[], key: string): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isSmaller((list[middle] as Keyed).key, key)) low = middle + 1;
    else high = middle;
  }
  return low;
}

const isSmaller = (a: string, b: string): boolean => (a.length === b.length ? a < b : a.length < b.length);

/** The entry of a key in a list sorted by key, or null. */
export function findByKey<T extends Keyed>(list: readonly T[], key: string): T | null {
  const found = list[placeOf(list, key)];
  return found?.key === key ? found : null;
}

/** Puts an entry into a list sorted by key, in place of one with the same key. */
export function putByKey<T extends Keyed>(list: T[], entry: T): void {
  const place = placeOf(list, entry.key);
  list.splice(place, list[place]?.key === entry.key ? 1 : 0, entry);
}

export function removeByKey(list: Keyed[], key: string): void {
  const place = placeOf(list, key);
  if (list[place]?.key === key) list.splice(place, 1);
}
