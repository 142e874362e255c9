/** Bounds of one step: what would go beyond them becomes an incident, so that no drawing and no expression can hang a worker. */
export const limits = {
  /** Element instances entered in one step. */
  elementsPerStep: 10_000,
  /** FEEL operations in one step, over all expressions. */
  feelStepsPerStep: 2_000_000,
  /** All variables of an instance as JSON text, in characters. */
  variableSize: 4 * 1024 * 1024,
  /** Keys in a block, and how many of them may be used before another block is asked for. */
  keysPerBlock: 2 ** 20,
  keysBeforeNextBlock: 2 ** 19,
} as const;
