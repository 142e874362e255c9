export type * from './model.ts';
export { checkModel, type ModelProblem } from './check-model.ts';
export { evaluateDecision, evaluateService, invokeKnowledge, type DecisionOutcome } from './evaluate-decision.ts';
export { findDecision } from './graph.ts';
