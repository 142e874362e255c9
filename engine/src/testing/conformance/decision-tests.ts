import { childNamed, childrenNamed, compileDecisions, readXmlSafely, type XmlElement } from '../../compile/index.ts';
import { evaluateDecision, evaluateService, invokeKnowledge, type DecisionModel, type DecisionOutcome } from '../../kernel/dmn/index.ts';
import { describeValue, kindOf, parseTemporal, scopeOf, type FeelContext, type FeelEnvironment, type FeelValue } from '../../kernel/feel/index.ts';
import { failedCase, passed, refusedCase, type CaseReport, type Outcome } from './outcome.ts';
import { sameValue } from './same-value.ts';

/** A folder of the DMN Technology Compatibility Kit: models, and the test files that name one each. */
export interface DecisionTestFolder {
  readonly name: string;
  readonly models: ReadonlyMap<string, string>;
  readonly tests: ReadonlyMap<string, string>;
}

/** Whether an XML text is a file of decision tests (testCases.xsd). */
export const isDecisionTest = (text: string): boolean => /<(?:\w+:)?testCases[\s>]/.test(text.slice(0, 5_000));

export function runDecisionTests(folder: DecisionTestFolder, environment: () => FeelEnvironment): CaseReport[] {
  return [...folder.tests].flatMap(([file, text]) => {
    const document = readXmlSafely(text);
    if (!document.ok) return [{ id: `${folder.name}/${file}`, outcome: failedCase('unreadable test', document.error.message) }];
    return runFile(folder, file, document.value.root, environment);
  });
}

function runFile(folder: DecisionTestFolder, file: string, root: XmlElement, environment: () => FeelEnvironment): CaseReport[] {
  const modelName = childNamed(root, 'modelName')?.text.trim() ?? '';
  const text = folder.models.get(modelName) ?? [...folder.models.values()][0] ?? '';
  const { model, findings } = compileDecisions(text, [...folder.models.values()].filter((other) => other !== text));
  return childrenNamed(root, 'testCase').flatMap((testCase) =>
    childrenNamed(testCase, 'resultNode').map((node) => ({
      id: `${folder.name}/${file}#${testCase.attributes.id ?? ''}/${node.attributes.name ?? ''}`,
      outcome: model ? runCase(model, testCase, node, environment()) : failedCase('unreadable model', findings[0]?.message ?? ''),
    })),
  );
}

function runCase(model: DecisionModel, testCase: XmlElement, node: XmlElement, environment: FeelEnvironment): Outcome {
  const inputs = Object.fromEntries(childrenNamed(testCase, 'inputNode').map((input) => [input.attributes.name ?? '', valueOf(input)]));
  const outcome = evaluate(model, testCase, node, inputs, environment);
  const expected = childNamed(node, 'expected');
  const wanted = expected ? valueOf(expected) : null;
  const got = outcome.ok ? oneOutput(model, testCase, node, outcome.output) : null;
  if (sameValue(got, wanted)) return passed;
  const refusal = (outcome.ok ? outcome.warnings.map(({ message }) => message) : [outcome.message]).find(isRefusal);
  if (refusal !== undefined) return refusedCase(refusal.includes('back-references') ? 'back-reference in a pattern' : 'function in another language', refusal);
  const why = outcome.ok ? outcome.warnings.map(({ message }) => message).join('; ') : outcome.message;
  return failedCase(outcome.ok ? 'other result' : 'evaluation failed', `gave ${describeValue(got)} instead of ${describeValue(wanted)}${why ? ` (${why})` : ''}`);
}

const isRefusal = (message: string): boolean => /^(?:Functions in (?:Java|PMML)|External functions) are not called|back-references are not available/.test(message);

/** A decision service with several outputs gives a context; a result node asks for one of them. */
function oneOutput(model: DecisionModel, testCase: XmlElement, node: XmlElement, output: FeelValue): FeelValue {
  const service = testCase.attributes.type === 'decisionService' ? model.services.find(({ name }) => name === testCase.attributes.invocableName) : undefined;
  if (!service || service.outputs.length < 2 || kindOf(output) !== 'context') return output;
  return (output as FeelContext)[node.attributes.name ?? ''] ?? null;
}

function evaluate(model: DecisionModel, testCase: XmlElement, node: XmlElement, inputs: Readonly<Record<string, FeelValue>>, environment: FeelEnvironment): DecisionOutcome {
  const { type, invocableName = '' } = testCase.attributes;
  const scope = scopeOf(inputs);
  if (type === 'decisionService') return evaluateService(model, invocableName, scope, environment);
  if (type === 'bkm') return invokeKnowledge(model, invocableName, scope, environment);
  return evaluateDecision(model, node.attributes.name ?? '', scope, environment);
}

/** The value written in an `inputNode`, `expected`, `component` or `item`. */
function valueOf(element: XmlElement): FeelValue {
  const value = childNamed(element, 'value');
  if (value) return simpleValue(value);
  const list = childNamed(element, 'list');
  if (list) return isNil(list) ? null : childrenNamed(list, 'item').map(valueOf);
  const components = childrenNamed(element, 'component');
  if (components.length > 0) return Object.fromEntries(components.map((component) => [component.attributes.name ?? '', valueOf(component)]));
  return null;
}

const isNil = (element: XmlElement): boolean => Object.entries(element.attributes).some(([name, value]) => /(^|:)nil$/.test(name) && value === 'true');

const temporalTypes: Readonly<Record<string, string>> = { date: 'date', time: 'time', dateTime: 'date and time', duration: 'days and time duration' };

function simpleValue(element: XmlElement): FeelValue {
  if (isNil(element)) return null;
  const type = Object.entries(element.attributes).find(([name]) => /(^|:)type$/.test(name))?.[1].replace(/^\w+:/, '') ?? 'string';
  const temporal = temporalTypes[type];
  if (temporal) return parseTemporal(temporal, element.text.trim());
  if (type === 'boolean') return element.text.trim() === 'true';
  if (['decimal', 'double', 'float', 'integer', 'int', 'long'].includes(type)) return Number(element.text.trim());
  return element.text;
}
