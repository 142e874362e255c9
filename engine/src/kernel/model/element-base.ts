import type { ExpressionText } from './expression-text.ts';

/** What every drawn element has. Absent means none, so that a model stays compact as JSON. */
export interface ElementBase {
  readonly id: string;
  readonly name?: string;
  /** Id of the element around it; absent for the process itself. */
  readonly scope?: string;
  /** Ids of sequence flows. */
  readonly incoming?: readonly string[];
  readonly outgoing?: readonly string[];
  readonly defaultFlow?: string;
  /** `zeebe:ioMapping`, in drawn order. */
  readonly inputs?: readonly VariableMapping[];
  readonly outputs?: readonly VariableMapping[];
  readonly loop?: MultiInstanceModel;
}

export interface VariableMapping {
  readonly source: ExpressionText;
  /** Name of a variable, or a path into one, by dots. */
  readonly target: string;
}

/** `bpmn:multiInstanceLoopCharacteristics` with `zeebe:loopCharacteristics`. */
export interface MultiInstanceModel {
  readonly sequential?: boolean;
  readonly inputCollection: ExpressionText;
  readonly inputElement?: string;
  readonly outputCollection?: string;
  readonly outputElement?: ExpressionText;
  readonly completionCondition?: ExpressionText;
}
