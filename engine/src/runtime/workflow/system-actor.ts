/** Who does what nobody does: timers, and instances among each other. */
export const SYSTEM = { type: 'system', id: 'loopwright', name: 'Loopwright' } as const;
