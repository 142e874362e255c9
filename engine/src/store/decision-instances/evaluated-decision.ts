import type { EvaluatedInput, MatchedRule } from '../../contract/index.ts';
import type { DecisionEvaluation } from '../../kernel/facts.ts';

/** Inputs and matched rules as the API shows them, which is also how they are stored: values as JSON text. */
export function evaluatedInputs(evaluation: DecisionEvaluation): EvaluatedInput[] {
  return evaluation.inputs.map(({ inputId, inputName, value }) => ({ inputId, inputName, inputValue: JSON.stringify(value) }));
}

export function matchedRules(evaluation: DecisionEvaluation): MatchedRule[] {
  return evaluation.matchedRules.map(({ ruleId, ruleIndex, outputs }) => ({
    ruleId,
    ruleIndex,
    evaluatedOutputs: outputs.map(({ outputId, outputName, value }) => ({ outputId, outputName, outputValue: JSON.stringify(value), ruleId, ruleIndex })),
  }));
}
