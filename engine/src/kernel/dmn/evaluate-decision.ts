import type { DecisionEvaluation } from '../facts.ts';
import { measure } from '../feel/operations/measure.ts';
import { Halt, Run, type FeelEnvironment, type FeelWarning } from '../feel/run.ts';
import type { FeelScope } from '../feel/scope.ts';
import type { FeelValue } from '../feel/values.ts';
import { Evaluation } from './evaluation.ts';
import { DecisionFailure } from './failure.ts';
import { findDecision } from './graph.ts';
import type { DecisionModel } from './model.ts';
import { typeNamedIn } from './types.ts';

/** What an evaluation yields, with a record of every decision evaluated, in order, the asked one last. */
export type DecisionOutcome = {
  readonly evaluations: readonly DecisionEvaluation[];
  readonly warnings: readonly FeelWarning[];
} & ({ readonly ok: true; readonly output: FeelValue } | { readonly ok: false; readonly decisionId: string; readonly message: string });

/**
 * Evaluates a decision and all that it requires.
 * @param decisionId id of the decision, or its name
 * @param scope where its input data is found, by name
 */
export function evaluateDecision(model: DecisionModel, decisionId: string, scope: FeelScope, environment: FeelEnvironment): DecisionOutcome {
  return evaluateWith(model, decisionId, scope, environment, (evaluation) => {
    const decision = findDecision(model, decisionId);
    if (!decision) throw new DecisionFailure(`There is no decision '${decisionId}'.`, decisionId);
    return evaluation.decide(decision, model);
  });
}

/** Evaluates a decision service; its input data and input decisions are found by name. */
export function evaluateService(model: DecisionModel, serviceName: string, scope: FeelScope, environment: FeelEnvironment): DecisionOutcome {
  return evaluateWith(model, serviceName, scope, environment, (evaluation, run) => {
    const service = model.services.find(({ id, name }) => id === serviceName || name === serviceName);
    if (!service) throw new DecisionFailure(`There is no decision service '${serviceName}'.`, serviceName);
    const called = evaluation.serviceOf(service, model);
    return called.invoke({ positional: called.parameters.map((name) => (scope.get(name) as FeelValue | undefined) ?? null) }, run);
  });
}

/** Calls a business knowledge model; its parameters are found by name. */
export function invokeKnowledge(model: DecisionModel, knowledgeName: string, scope: FeelScope, environment: FeelEnvironment): DecisionOutcome {
  return evaluateWith(model, knowledgeName, scope, environment, (evaluation, run) => {
    const knowledge = model.knowledge.find(({ id, name }) => id === knowledgeName || name === knowledgeName);
    if (!knowledge) throw new DecisionFailure(`There is no business knowledge model '${knowledgeName}'.`, knowledgeName);
    const called = evaluation.functionOf(knowledge, model);
    return called.invoke({ positional: called.parameters.map((name) => (scope.get(name) as FeelValue | undefined) ?? null) }, run);
  });
}

function evaluateWith(model: DecisionModel, asked: string, scope: FeelScope, environment: FeelEnvironment, work: (evaluation: Evaluation, run: Run) => FeelValue): DecisionOutcome {
  const run = new Run(environment, 'standard');
  run.typeNamed = typeNamedIn(model, run);
  const evaluation = new Evaluation(scope, run);
  const { evaluations } = evaluation;
  try {
    const output = work(evaluation, run);
    measure(output, run);
    return { ok: true, output, evaluations, warnings: run.warnings };
  } catch (error) {
    if (error instanceof DecisionFailure) return { ok: false, decisionId: error.decisionId ?? asked, message: error.message, evaluations, warnings: run.warnings };
    if (error instanceof Halt) return { ok: false, decisionId: asked, message: error.message, evaluations, warnings: run.warnings };
    throw error;
  }
}
