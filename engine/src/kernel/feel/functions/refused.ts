import { define, failed, type Form } from './define.ts';

/** Functions whose answer depends on chance: the same inputs must always give the same decision. */
export const refusedFunctions: readonly Form[] = ['random number', 'uuid'].map((name) =>
  define(name, [], (run) => failed(run, name, 'functions that depend on chance are not available')),
);
