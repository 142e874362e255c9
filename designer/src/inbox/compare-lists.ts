interface Listed {
  readonly userTaskKey: string;
}

/** How a list that is shown differs from the list as it is now. */
export interface ListChanges<Item> {
  /** Not shown yet, in the order of the list as it is now. */
  readonly added: readonly Item[];
  /** Keys of what is shown and no longer there. */
  readonly gone: readonly string[];
  /** Shown, with other contents now. */
  readonly changed: readonly Item[];
}

/**
 * Compares what is shown with the same number of items as they are now. Where more items follow the shown ones, what lies past the
 * last shown one is not called new: it was there all along.
 */
export function compareLists<Item extends Listed>(shown: readonly Item[], now: readonly Item[], isWhole: boolean): ListChanges<Item> {
  const before = new Map(shown.map((item) => [item.userTaskKey, item]));
  const after = new Map(now.map((item) => [item.userTaskKey, item]));
  const lastKnown = now.findLastIndex(({ userTaskKey }) => before.has(userTaskKey));
  const inReach = isWhole ? now : now.slice(0, lastKnown + 1);
  return {
    added: inReach.filter(({ userTaskKey }) => !before.has(userTaskKey)),
    gone: isWhole ? [...before.keys()].filter((key) => !after.has(key)) : [],
    changed: now.filter((item) => {
      const old = before.get(item.userTaskKey);
      return old !== undefined && JSON.stringify(old) !== JSON.stringify(item);
    }),
  };
}
