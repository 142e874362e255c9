import { eventOperations, liveEvent, type LiveEvent } from '@loopwright/engine/contract';
import { useEffect, useEffectEvent } from 'react';
import { addressOf } from './send.ts';

export type { LiveEvent };

/** What listeners get: that something changed, or that changes may have been missed. */
export type LiveNotice = LiveEvent | { readonly type: 'resumed' };
type Listener = (notice: LiveNotice) => void;

const channels = new Map<string, { readonly listeners: Set<Listener>; source: EventSource | null }>();

/**
 * Listens to live updates while the page is in view; one connection an address, whoever listens. A page that was hidden
 * gets `resumed` when it is in view again, as does one whose connection was lost.
 */
export function useLive(onNotice: Listener, processInstanceKey?: string): void {
  const notify = useEffectEvent(onNotice);
  useEffect(() => listen(addressOf(eventOperations.streamEvents.path, {}, { processInstanceKey }), (notice) => notify(notice)), [processInstanceKey]);
}

function listen(address: string, listener: Listener): () => void {
  const channel = channels.get(address) ?? { listeners: new Set<Listener>(), source: null };
  channels.set(address, channel);
  channel.listeners.add(listener);
  channel.source ??= connect(address);
  return () => {
    channel.listeners.delete(listener);
    if (channel.listeners.size > 0) return;
    channel.source?.close();
    channels.delete(address);
  };
}

function connect(address: string): EventSource | null {
  if (document.hidden) return null;
  const source = new EventSource(address);
  let wasLost = false;
  source.addEventListener('open', () => {
    if (wasLost) tell(address, { type: 'resumed' });
    wasLost = false;
  });
  source.addEventListener('error', () => (wasLost = true));
  source.addEventListener('message', ({ data }: MessageEvent<string>) => {
    const event = liveEvent.safeParse(parse(data));
    if (event.success) tell(address, event.data);
  });
  return source;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

function tell(address: string, notice: LiveNotice): void {
  for (const listener of channels.get(address)?.listeners ?? []) listener(notice);
}

if (typeof document !== 'undefined') {
  document.addEventListener('visibilitychange', () => {
    for (const [address, channel] of channels) {
      channel.source?.close();
      channel.source = connect(address);
      if (!document.hidden) tell(address, { type: 'resumed' });
    }
  });
}
