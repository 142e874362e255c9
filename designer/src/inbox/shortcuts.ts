import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';

const storedAs = 'loopwright.shortcuts';
const watchers = new Set<() => void>();

function areOn(): boolean {
  return localStorage.getItem(storedAs) !== 'off';
}

/** Whether single keys do something; some readers' tools send keys of their own, so it can be turned off. */
export function useShortcutsOn(): readonly [boolean, (on: boolean) => void] {
  const on = useSyncExternalStore((watcher) => {
    watchers.add(watcher);
    return () => watchers.delete(watcher);
  }, areOn);
  return [on, turnShortcuts];
}

function turnShortcuts(on: boolean): void {
  localStorage.setItem(storedAs, on ? 'on' : 'off');
  for (const watcher of watchers) watcher();
}

/** Does what `actions` say for a key, unless the reader is typing, a dialog is open or a modifier is held. */
export function useShortcuts(actions: Readonly<Record<string, () => void>>): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const action = actions[event.key];
    if (action === undefined || !areOn() || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || document.querySelector('[role="dialog"], dialog[open]')) return;
    event.preventDefault();
    action();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKey(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}
