import { createContext, useCallback, useContext, useState, type ReactNode } from 'react';

const AnnouncerContext = createContext<(text: string) => void>(() => undefined);

/** Holds the live region through which pages speak to screen readers. */
export function Announcer({ children }: { readonly children: ReactNode }) {
  const [said, setSaid] = useState({ text: '', turn: 0 });
  const announce = useCallback((text: string) => setSaid(({ turn }) => ({ text, turn: turn + 1 })), []);
  return (
    <AnnouncerContext value={announce}>
      {children}
      <div className="visually-hidden" aria-live="polite" role="status">
        <span key={said.turn}>{said.text}</span>
      </div>
    </AnnouncerContext>
  );
}

export function useAnnounce(): (text: string) => void {
  return useContext(AnnouncerContext);
}
