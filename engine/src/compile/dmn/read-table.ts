import type { Aggregator, DecisionTable, HitPolicy } from '../../kernel/dmn/index.ts';
import type { XmlElement } from '../xml/element.ts';
import { attributeNamed, modelChild, modelChildren, textOfChild, typeOf, type Reading } from './reading.ts';

const hitPolicies: readonly HitPolicy[] = ['UNIQUE', 'FIRST', 'PRIORITY', 'ANY', 'COLLECT', 'RULE ORDER', 'OUTPUT ORDER'];
const aggregators: readonly Aggregator[] = ['SUM', 'MIN', 'MAX', 'COUNT'];

export function readTable(element: XmlElement, reading: Reading): DecisionTable {
  const written = element.attributes.hitPolicy ?? 'UNIQUE';
  const hitPolicy = hitPolicies.find((policy) => policy === written.replaceAll('_', ' '));
  if (!hitPolicy) reading.error(element, 'dmn-hit-policy', `There is no hit policy '${written}'.`);
  const aggregation = element.attributes.aggregation;
  const aggregator = aggregators.find((known) => known === aggregation) ?? null;
  if (aggregation !== undefined && !aggregator) reading.error(element, 'dmn-aggregation', `There is no aggregation '${aggregation}'.`);
  const inputs = modelChildren(element, 'input').map((input) => readInput(input, reading));
  const outputs = modelChildren(element, 'output').map(readOutput);
  if (outputs.length === 0) reading.error(element, 'dmn-table-output', 'The decision table has no output.');
  const nameless = outputs.length > 1 ? modelChildren(element, 'output').find((output) => !output.attributes.name) : undefined;
  if (nameless) reading.error(nameless, 'dmn-output-name', 'Each of several outputs needs a name.');
  const rules = modelChildren(element, 'rule').map((rule) => {
    const cells = { inputs: modelChildren(rule, 'inputEntry'), outputs: modelChildren(rule, 'outputEntry') };
    if (cells.inputs.length !== inputs.length || cells.outputs.length !== outputs.length) {
      reading.error(rule, 'dmn-rule-cells', `The rule has ${cells.inputs.length} input and ${cells.outputs.length} output cells, the table ${inputs.length} and ${outputs.length} columns.`);
    }
    return {
      id: rule.attributes.id ?? '',
      inputs: cells.inputs.map((cell) => textOfChild(cell, 'text') ?? '-'),
      outputs: cells.outputs.map((cell) => textOfChild(cell, 'text') ?? ''),
      annotations: modelChildren(rule, 'annotationEntry').map((cell) => textOfChild(cell, 'text') ?? ''),
    };
  });
  return { kind: 'decision table', hitPolicy: hitPolicy ?? 'UNIQUE', aggregator, inputs, outputs, rules };
}

function readInput(input: XmlElement, reading: Reading): DecisionTable['inputs'][number] {
  const expression = modelChild(input, 'inputExpression');
  const text = textOfChild(expression, 'text');
  if (text === null) reading.error(input, 'dmn-input-expression', 'The input has no expression.');
  return {
    id: input.attributes.id ?? '',
    label: input.attributes.label ?? text ?? '',
    expression: text ?? '',
    type: typeOf(expression),
    allowedValues: textOfChild(modelChild(input, 'inputValues'), 'text'),
    variable: attributeNamed(input, 'inputVariable') ?? null,
  };
}

function readOutput(output: XmlElement): DecisionTable['outputs'][number] {
  const defaultEntry = modelChild(output, 'defaultOutputEntry');
  return {
    id: output.attributes.id ?? '',
    name: output.attributes.name ?? '',
    label: output.attributes.label ?? output.attributes.name ?? '',
    type: typeOf(output),
    allowedValues: textOfChild(modelChild(output, 'outputValues'), 'text'),
    defaultValue: textOfChild(defaultEntry, 'text') ?? textOfChild(defaultEntry && modelChild(defaultEntry, 'literalExpression'), 'text'),
  };
}
