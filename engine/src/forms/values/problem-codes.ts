/** Why a value is refused; stable, kebab-case. `rule` stands for a rule of the form itself, whose words the form gives. */
export const problemCodes = [
  'required', 'unknown-field', 'wrong-type', 'not-an-option', 'bad-text', 'too-long', 'too-short', 'too-small', 'too-large', 'not-whole', 'no-match', 'not-a-date', 'not-an-email',
  'too-few-rows', 'too-many-rows', 'rows-fixed', 'too-few-chosen', 'too-many-chosen', 'incomplete-money', 'too-much', 'outcome-missing', 'outcome-unknown', 'rule', 'not-checkable',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** A problem before it is put into words. */
export interface Problem {
  /** `affectedItems[2].item`; empty for the form as a whole. */
  readonly path: string;
  readonly code: ProblemCode;
  /** Label of the field, in English as the form says it. */
  readonly label?: string;
  /** The bound that is missed. */
  readonly limit?: number;
  /** Words of the form's own rule, in English. */
  readonly words?: string;
}
