/** Ends the evaluation of a decision; caught at the door and turned into a value. */
export class DecisionFailure extends Error {
  /** The decision in which it happened, as soon as that is known. */
  decisionId: string | null;
  constructor(message: string, decisionId: string | null = null) {
    super(message);
    this.decisionId = decisionId;
  }
}
