import type { DecisionEvaluation } from '../facts.ts';
import { argumentsInOrder } from '../feel/compile/compile-function.ts';
import { toJson } from '../feel/json.ts';
import { measure } from '../feel/operations/measure.ts';
import type { Run } from '../feel/run.ts';
import { ContextScope, emptyScope, type FeelScope } from '../feel/scope.ts';
import { entryOf, FeelFunction, isContext, newContext, type FeelContext, type FeelValue } from '../feel/values.ts';
import { compileDecision, compileKnowledge, type CompiledDecision } from './compile-element.ts';
import type { TableOutcome } from './compile-table.ts';
import { DecisionFailure } from './failure.ts';
import { follow, type Located, type Target } from './graph.ts';
import { readInput } from './read-input.ts';
import type { BusinessKnowledge, Decision, DecisionModel, DecisionService, InputData, Reference } from './model.ts';
import { makeFunction } from './make-function.ts';
import { coerce, typed } from './types.ts';

const depthOfDecision = 10;
const depthOfService = 20;

/** One evaluation of a requirement graph: every decision once, in the order in which it is needed. */
export class Evaluation {
  readonly evaluations: DecisionEvaluation[];
  private readonly inputs: FeelScope;
  private readonly run: Run;
  /** Values that stand in for elements: what a decision service was given. */
  private readonly given: ReadonlyMap<object, FeelValue>;
  private readonly values = new Map<Decision, FeelValue>();
  private readonly running = new Set<Decision>();

  constructor(inputs: FeelScope, run: Run, given: ReadonlyMap<object, FeelValue> = new Map(), evaluations: DecisionEvaluation[] = []) {
    this.inputs = inputs;
    this.run = run;
    this.given = given;
    this.evaluations = evaluations;
  }

  decide(decision: Decision, model: DecisionModel): FeelValue {
    if (this.given.has(decision)) return this.given.get(decision) ?? null;
    const known = this.values.get(decision);
    if (known !== undefined) return known;
    if (this.running.has(decision)) throw new DecisionFailure(`The decision '${decision.name}' requires itself.`, decision.id);
    this.running.add(decision);
    const scope = this.scopeOf([...decision.requiredInputs, ...decision.requiredDecisions, ...decision.requiredKnowledge], model, this.inputs);
    const value = this.run.nested(depthOfDecision, () => this.evaluate(decision, model, scope));
    this.values.set(decision, value);
    this.running.delete(decision);
    return value;
  }

  private evaluate(decision: Decision, model: DecisionModel, scope: FeelScope): FeelValue {
    const compiled = compileDecision(decision, model);
    try {
      const table = compiled.table?.(scope, this.run) ?? null;
      const result = table ? table.output : compiled.code(scope, this.run);
      const value = typed(result, decision.variable.type, decision.name, model, this.run);
      for (const told of [value, ...(table?.inputs ?? []), ...(table?.hits.flatMap(({ outputs }) => outputs) ?? [])]) measure(told, this.run);
      this.evaluations.push(recordOf(compiled, table, value, null));
      return value;
    } catch (error) {
      if (!(error instanceof DecisionFailure)) throw error;
      if (error.decisionId === null) {
        error.decisionId = decision.id;
        this.evaluations.push(recordOf(compiled, null, null, error.message));
      }
      throw error;
    }
  }

  /** The values of what is required, under the names of their variables (decisions under their ids too, as Camunda has it); those of an import in a context of its name. */
  private scopeOf(references: readonly Reference[], model: DecisionModel, outer: FeelScope): FeelScope {
    const own = newContext();
    for (const reference of references) {
      const target = follow(model, reference);
      if (!target) throw new DecisionFailure(`The required element '${reference.id}' does not exist.`);
      const { id, variable: { name } } = target.located.element;
      const value = this.valueOf(target);
      if (target.importName === '') {
        if (target.located.kind === 'decision' && !Object.hasOwn(own, id)) own[id] = value;
        own[name] = value;
      } else own[target.importName] = Object.assign(newContext(), own[target.importName], { [name]: value });
    }
    return new ContextScope(own, outer);
  }

  private valueOf({ located, importName }: Target): FeelValue {
    switch (located.kind) {
      case 'input':
        return this.given.has(located.element) ? (this.given.get(located.element) ?? null) : this.inputOf(located.element, located.model, importName);
      case 'decision':
        return this.decide(located.element, located.model);
      case 'knowledge':
        return this.functionOf(located.element, located.model);
      case 'service':
        return this.serviceOf(located.element, located.model);
    }
  }

  private inputOf(input: InputData, model: DecisionModel, importName: string): FeelValue {
    const under = importName === '' ? undefined : (this.inputs.get(importName) as FeelValue | undefined);
    const inImport = under !== undefined && isContext(under) ? entryOf(under, input.variable.name) : undefined;
    const value = inImport ?? (this.inputs.get(input.variable.name) as FeelValue | undefined) ?? (this.inputs.get(input.name) as FeelValue | undefined);
    return readInput(value ?? null, input, model, this.run);
  }

  functionOf(knowledge: BusinessKnowledge, model: DecisionModel): FeelFunction {
    const { logic } = knowledge;
    if (!logic) throw new DecisionFailure(`The business knowledge model '${knowledge.name}' has no logic.`);
    return makeFunction(knowledge.name, logic, () => compileKnowledge(knowledge, model), model, () => this.scopeOf(knowledge.requiredKnowledge, model, emptyScope));
  }

  /** A decision service as a function of its input data and input decisions. */
  serviceOf(service: DecisionService, model: DecisionModel): FeelFunction {
    const parameters = [...service.inputs, ...service.inputDecisions].map((reference) => located(model, reference));
    const names = parameters.map(({ element }) => element.variable.name);
    return new FeelFunction(service.name, names, (given, run) => {
      const values = argumentsInOrder(names, given);
      if (!values) return run.warn('NO_FUNCTION_FOUND', `'${service.name}' takes ${names.length === 0 ? 'no parameters' : `(${names.join(', ')})`}`);
      const stands = new Map<object, FeelValue>();
      const variables = newContext();
      for (const [i, { element, model: owner }] of parameters.entries()) {
        const value = coerce(values[i] ?? null, element.variable.type, owner, run);
        if (value === undefined) return run.warn('FUNCTION_INVOCATION_FAILURE', `The argument '${element.name}' of '${service.name}' is not of its type`);
        stands.set(element, value);
        variables[element.variable.name] = value;
      }
      const inner = new Evaluation(new ContextScope(variables, emptyScope), run, stands, this.evaluations);
      return run.nested(depthOfService, () => inner.serve(service, model));
    });
  }

  /** The value of the one output decision, or a context of all of them. */
  serve(service: DecisionService, model: DecisionModel): FeelValue {
    const outputs = service.outputs.map((reference) => located(model, reference));
    const context: Record<string, FeelValue> = newContext();
    let last: FeelValue = null;
    for (const output of outputs) {
      last = output.kind === 'decision' ? this.decide(output.element, output.model) : null;
      context[output.element.variable.name] = last;
    }
    return typed(outputs.length === 1 ? last : (context as FeelContext), service.variable.type, service.name, model, this.run);
  }
}

function located(model: DecisionModel, reference: Reference): Located {
  const target = follow(model, reference);
  if (!target) throw new DecisionFailure(`The element '${reference.id}' does not exist.`);
  return target.located;
}

function recordOf({ decision, kind }: CompiledDecision, table: TableOutcome | null, output: FeelValue, failure: string | null): DecisionEvaluation {
  const boxed = decision.logic?.kind === 'decision table' ? decision.logic : null;
  return {
    decisionId: decision.id,
    decisionName: decision.name,
    decisionType: kind,
    inputs: (table && boxed?.inputs.map(({ id, label }, i) => ({ inputId: id, inputName: label, value: toJson(table.inputs[i] ?? null) }))) ?? [],
    matchedRules: (table?.hits ?? []).map(({ ruleId, ruleIndex, outputs }) => ({
      ruleId,
      ruleIndex,
      outputs: outputs.map((value, i) => ({ outputId: boxed?.outputs[i]?.id ?? '', outputName: boxed?.outputs[i]?.label ?? '', value: toJson(value) })),
    })),
    output: toJson(output),
    failure,
  };
}
