/**
 * Something to tell about a drawing, decision or form, at deployment or while it is drawn.
 * An error refuses the deployment; a warning or information lets it pass and is told once.
 */
export interface Finding {
  /** Id of the element it is about, where there is one. */
  readonly elementId: string | null;
  /** Line of the source text, from 1. */
  readonly line: number | null;
  readonly severity: 'error' | 'warning' | 'info';
  /** Stable name of the rule, kebab-case. */
  readonly code: string;
  /** What is wrong, and what to do instead, in plain words. */
  readonly message: string;
}
