/** One word of the command line. */
export interface Verb {
  readonly summary: string;
  /** Lines of `--help`, without the summary. */
  readonly usage: string;
  /** @returns the exit code: 0 done, 1 what was asked for failed, 2 the command line can't be understood. */
  run(args: readonly string[]): Promise<number>;
}

/** What the caller typed can't be understood; the message says what to type instead. */
export class UsageError extends Error {}
