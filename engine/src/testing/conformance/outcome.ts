/** What came of one case. A refused one is about something that the engine says it does not do. */
export type Outcome =
  | { readonly result: 'passed' }
  | { readonly result: 'failed'; readonly reason: string; readonly detail: string }
  | { readonly result: 'refused'; readonly reason: string; readonly detail: string };

export interface CaseReport {
  /** File and case, for people. */
  readonly id: string;
  readonly outcome: Outcome;
}

export const passed: Outcome = { result: 'passed' };

export const failedCase = (reason: string, detail: string): Outcome => ({ result: 'failed', reason, detail });

export const refusedCase = (reason: string, detail: string): Outcome => ({ result: 'refused', reason, detail });
