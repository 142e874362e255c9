import { useEffect, useState, type RefObject } from 'react';

/**
 * Opens an imperative thing in an element of its own inside `place`, and closes it when it isn't needed any more. While it opens the
 * result is null; a failure is thrown into `failure`.
 */
export function useOpened<Thing extends { close(): void }>(place: RefObject<HTMLElement | null>, open: (element: HTMLElement) => Promise<Thing>, dependencies: readonly unknown[]): { readonly opened: Thing | null; readonly failure: Error | null } {
  const [opened, setOpened] = useState<Thing | null>(null);
  const [failure, setFailure] = useState<Error | null>(null);
  useEffect(() => {
    const host = place.current;
    if (host === null) return undefined;
    const element = host.appendChild(document.createElement('div'));
    element.className = 'lw-canvas-inside';
    let isGone = false;
    let current: Thing | null = null;
    open(element).then(
      (thing) => {
        if (isGone) return thing.close();
        current = thing;
        setOpened(thing);
      },
      (error: unknown) => setFailure(error instanceof Error ? error : new Error(String(error))),
    );
    return () => {
      isGone = true;
      setOpened(null);
      setFailure(null);
      current?.close();
      element.remove();
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the caller names what the thing depends on
  }, dependencies);
  return { opened, failure };
}
