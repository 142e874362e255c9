import { compileExpressionCode, compileUnaryTestsCode, type ModelNames } from '../feel/compile/compile-text.ts';
import { follow } from './graph.ts';
import type { BoxedExpression, Decision, DecisionModel, DecisionTable, Reference } from './model.ts';
import { boxesIn, namesOf, withNames } from './names.ts';
import { isKnownType } from './types.ts';

/** What would fail when the model is evaluated. */
export interface ModelProblem {
  readonly elementId: string;
  readonly code: string;
  readonly message: string;
}

/** Looks at every reference and every text of a model, without running any. */
export function checkModel(model: DecisionModel): ModelProblem[] {
  const problems: ModelProblem[] = [];
  for (const decision of model.decisions) {
    checkReferences(decision.id, [...decision.requiredInputs, ...decision.requiredDecisions, ...decision.requiredKnowledge], model, problems);
    if (decision.logic) checkBox(decision.logic, decision.id, namesOf(decision, model), problems);
    else problems.push({ elementId: decision.id, code: 'dmn-logic-missing', message: `The decision '${decision.name}' has no logic: it would always be null.` });
  }
  for (const knowledge of model.knowledge) {
    checkReferences(knowledge.id, knowledge.requiredKnowledge, model, problems);
    if (knowledge.logic) checkBox({ id: '', type: null, ...knowledge.logic }, knowledge.id, namesOf(knowledge, model), problems);
  }
  for (const service of model.services) {
    checkReferences(service.id, [...service.outputs, ...service.encapsulated, ...service.inputDecisions, ...service.inputs], model, problems);
  }
  for (const { name, type } of model.types) {
    if (type !== null && !isKnownType(model, type)) problems.push({ elementId: name, code: 'dmn-type', message: `The type '${name}' is made from the unknown type '${type}'.` });
  }
  return [...problems, ...circles(model)];
}

function checkReferences(elementId: string, references: readonly Reference[], model: DecisionModel, problems: ModelProblem[]): void {
  for (const reference of references) {
    if (!follow(model, reference)) problems.push({ elementId, code: 'dmn-reference', message: `It requires '${reference.id}', which does not exist.` });
  }
}

function checkBox(box: BoxedExpression, owner: string, names: ModelNames, problems: ModelProblem[]): void {
  const elementId = box.id || owner;
  if (box.kind === 'literal') checkText(box.text, elementId, names, problems);
  if (box.kind === 'decision table') checkTable(box, elementId, names, problems);
  if (box.kind === 'function' && box.language !== 'FEEL') problems.push({ elementId, code: 'dmn-external-function', message: `Functions in ${box.language} are not supported; write the function in FEEL.` });
  for (const child of boxesIn(box)) checkBox(child, elementId, namesInside(box, names), problems);
}

function namesInside(box: BoxedExpression, names: ModelNames): ModelNames {
  if (box.kind === 'function') return withNames(names, box.parameters.map(({ name }) => name));
  if (box.kind === 'context') return withNames(names, box.entries.flatMap(({ variable }) => variable?.name ?? []));
  if (box.kind === 'filter') return withNames(names, names.properties);
  return box.kind === 'for' || box.kind === 'some' || box.kind === 'every' ? withNames(names, [box.variable]) : names;
}

function checkText(text: string, elementId: string, names: ModelNames, problems: ModelProblem[]): void {
  if (text === '') return;
  const compiled = compileExpressionCode(text, names);
  if (!compiled.ok) problems.push({ elementId, code: 'feel-syntax', message: `'${text.slice(0, 80)}' is no expression: ${compiled.error.message} (line ${compiled.error.line}, column ${compiled.error.column}).` });
}

function checkTable(table: DecisionTable, owner: string, names: ModelNames, problems: ModelProblem[]): void {
  const cellNames = withNames(names, table.inputs.flatMap(({ variable }) => variable ?? []));
  for (const { id, expression } of table.inputs) checkText(expression, id || owner, names, problems);
  for (const { id, defaultValue } of table.outputs) checkText(defaultValue ?? '', id || owner, names, problems);
  for (const rule of table.rules) {
    for (const text of rule.outputs) checkText(text === '-' ? '' : text, rule.id || owner, cellNames, problems);
    for (const text of rule.inputs) {
      const compiled = compileUnaryTestsCode(text, cellNames);
      if (!compiled.ok) problems.push({ elementId: rule.id || owner, code: 'feel-syntax', message: `'${text.slice(0, 80)}' is no test: ${compiled.error.message} (column ${compiled.error.column}).` });
    }
  }
}

/** Decisions that require themselves, over whatever others. */
function circles(model: DecisionModel): ModelProblem[] {
  const state = new Map<Decision, 'open' | 'done'>();
  const problems: ModelProblem[] = [];
  const visit = (decision: Decision): void => {
    if (state.get(decision) === 'done') return;
    if (state.get(decision) === 'open') {
      problems.push({ elementId: decision.id, code: 'dmn-circle', message: `The decision '${decision.name}' requires itself.` });
      return;
    }
    state.set(decision, 'open');
    for (const reference of decision.requiredDecisions) {
      const target = reference.namespace === null ? follow(model, reference) : null;
      if (target?.located.kind === 'decision') visit(target.located.element);
    }
    state.set(decision, 'done');
  };
  for (const decision of model.decisions) visit(decision);
  return problems;
}
