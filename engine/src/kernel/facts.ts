import type { Json } from './json.ts';

/**
 * The history of an instance: what has happened, in order, as plain data. All three hosts yield the same facts for the same events.
 * Element types are Camunda's (`USER_TASK`, `EXCLUSIVE_GATEWAY`, ...), as `/v2/element-instances` shows them.
 */
export type KernelFact =
  | ElementEntered
  | ElementLeft
  | FlowTaken
  | VariableSet
  | DecisionEvaluated
  | ExpressionWarning;

export interface ElementEntered {
  readonly type: 'element entered';
  readonly elementInstanceKey: string;
  readonly elementId: string;
  readonly elementName: string | null;
  readonly elementType: string;
  /** Element instance that contains this one; null for the process itself. */
  readonly scopeKey: string | null;
}

export interface ElementLeft {
  readonly type: 'element completed' | 'element terminated';
  readonly elementInstanceKey: string;
  readonly elementId: string;
}

export interface FlowTaken {
  readonly type: 'flow taken';
  readonly flowId: string;
  readonly scopeKey: string;
}

export interface VariableSet {
  readonly type: 'variable set';
  readonly variableKey: string;
  readonly scopeKey: string;
  readonly name: string;
  /** Absent when the variable is new. */
  readonly old?: Json;
  readonly new: Json;
}

export interface DecisionEvaluated {
  readonly type: 'decision evaluated';
  readonly decisionInstanceKey: string;
  readonly elementInstanceKey: string;
  readonly elementId: string;
  readonly decisionDefinitionKey: string;
  readonly decisionRequirementsKey: string;
  readonly decisionId: string;
  readonly decisionVersion: number;
  readonly output: Json;
  readonly failure: string | null;
  /** Every decision of the requirement graph that was evaluated, in order of evaluation, the called one last. */
  readonly evaluations: readonly DecisionEvaluation[];
}

export interface DecisionEvaluation {
  readonly decisionId: string;
  readonly decisionName: string;
  readonly decisionType: 'DECISION_TABLE' | 'LITERAL_EXPRESSION' | 'UNKNOWN';
  readonly inputs: readonly { readonly inputId: string; readonly inputName: string; readonly value: Json }[];
  readonly matchedRules: readonly {
    readonly ruleId: string;
    /** Counted from 1, as in the drawn table. */
    readonly ruleIndex: number;
    readonly outputs: readonly { readonly outputId: string; readonly outputName: string; readonly value: Json }[];
  }[];
  readonly output: Json;
  readonly failure: string | null;
}

/** A FEEL evaluation that gave null with a warning: kept and shown, never swallowed. */
export interface ExpressionWarning {
  readonly type: 'expression warning';
  readonly elementInstanceKey: string;
  readonly elementId: string;
  readonly expression: string;
  readonly message: string;
}
