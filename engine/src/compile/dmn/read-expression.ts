import type { BoxedExpression, FunctionDefinition, Variable } from '../../kernel/dmn/index.ts';
import { childNamed, type XmlElement } from '../xml/element.ts';
import { readTable } from './read-table.ts';
import { isOfModel, modelChild, modelChildren, textOfChild, typeOf, type Reading } from './reading.ts';

const readers: Readonly<Record<string, (element: XmlElement, reading: Reading) => Omit<BoxedExpression, 'id' | 'type'>>> = {
  literalExpression: readLiteral,
  decisionTable: readTable,
  context: readContext,
  invocation: readInvocation,
  functionDefinition: readFunction,
  encapsulatedLogic: readFunction,
  relation: readRelation,
  list: (element, reading) => ({ kind: 'list', items: expressionsIn(element, reading) }),
  conditional: (element, reading) => ({
    kind: 'conditional',
    condition: partOf(element, 'if', reading),
    then: partOf(element, 'then', reading),
    otherwise: partOf(element, 'else', reading),
  }),
  filter: (element, reading) => ({ kind: 'filter', source: partOf(element, 'in', reading), match: partOf(element, 'match', reading) }),
  for: (element, reading) => ({ kind: 'for', ...iteration(element, reading), body: partOf(element, 'return', reading) }),
  some: (element, reading) => ({ kind: 'some', ...iteration(element, reading), body: partOf(element, 'satisfies', reading) }),
  every: (element, reading) => ({ kind: 'every', ...iteration(element, reading), body: partOf(element, 'satisfies', reading) }),
};

/** The boxed expression directly inside an element, or null. */
export function expressionIn(element: XmlElement, reading: Reading): BoxedExpression | null {
  const [first] = expressionsIn(element, reading);
  return first ?? null;
}

const expressionsIn = (element: XmlElement, reading: Reading): BoxedExpression[] =>
  element.children.filter((child) => isOfModel(child) && Object.hasOwn(readers, child.name)).map((child) => readExpression(child, reading));

export function readExpression(element: XmlElement, reading: Reading): BoxedExpression {
  const read = readers[element.name];
  const body = read ? read(element, reading) : nothing(element, reading, `'${element.name}' is no expression`);
  return { id: element.attributes.id ?? '', type: typeOf(element), ...body } as BoxedExpression;
}

function nothing(element: XmlElement, reading: Reading, message: string): Omit<BoxedExpression, 'id' | 'type'> {
  reading.error(element, 'dmn-expression-missing', message);
  return { kind: 'literal', text: 'null' } as Omit<BoxedExpression, 'id' | 'type'>;
}

type Bare<K extends BoxedExpression['kind']> = Omit<Extract<BoxedExpression, { kind: K }>, 'id' | 'type'>;

function readLiteral(element: XmlElement, reading: Reading): Bare<'literal'> {
  const text = textOfChild(element, 'text');
  if (childNamed(element, 'importedValues')) reading.error(element, 'dmn-imported-values', 'Imported values are not supported; write the expression itself.');
  const language = element.attributes.expressionLanguage;
  if (language !== undefined && !/feel/i.test(language)) reading.error(element, 'dmn-expression-language', `The expression language '${language}' is not supported; write FEEL.`);
  return { kind: 'literal', text: text ?? '' };
}

export const variableOf = (element: XmlElement): Variable => ({ name: element.attributes.name ?? '', type: typeOf(element) });

function readContext(element: XmlElement, reading: Reading): Bare<'context'> {
  const entries = modelChildren(element, 'contextEntry').map((entry) => {
    const variable = modelChild(entry, 'variable');
    return { variable: variable ? variableOf(variable) : null, value: valueIn(entry, reading) };
  });
  return { kind: 'context', entries };
}

/** The expression in a box; an empty box is null. */
const valueIn = (element: XmlElement, reading: Reading): BoxedExpression => expressionIn(element, reading) ?? { id: '', type: null, kind: 'literal', text: '' };

function partOf(element: XmlElement, name: string, reading: Reading): BoxedExpression {
  const part = modelChild(element, name);
  if (!part) reading.error(element, 'dmn-expression-missing', `'${element.name}' has no '${name}'.`);
  return part ? valueIn(part, reading) : { id: '', type: null, kind: 'literal', text: '' };
}

const iteration = (element: XmlElement, reading: Reading): { readonly variable: string; readonly source: BoxedExpression } => ({
  variable: element.attributes.iteratorVariable ?? '',
  source: partOf(element, 'in', reading),
});

function readInvocation(element: XmlElement, reading: Reading): Bare<'invocation'> {
  const bindings = modelChildren(element, 'binding').map((binding) => {
    const parameter = modelChild(binding, 'parameter');
    return { parameter: parameter ? variableOf(parameter) : { name: '', type: null }, value: expressionIn(binding, reading) };
  });
  return { kind: 'invocation', called: valueIn(element, reading), bindings };
}

function readFunction(element: XmlElement, reading: Reading): Bare<'function'> {
  return functionOf(element, reading);
}

/** A function definition, or the encapsulated logic of a business knowledge model. */
export function functionOf(element: XmlElement, reading: Reading): FunctionDefinition {
  const kind = element.attributes.kind ?? 'FEEL';
  return {
    kind: 'function',
    parameters: modelChildren(element, 'formalParameter').map(variableOf),
    body: expressionIn(element, reading),
    language: kind === 'J' || kind === 'Java' ? 'Java' : kind === 'P' || kind === 'PMML' ? 'PMML' : 'FEEL',
  };
}

function readRelation(element: XmlElement, reading: Reading): Bare<'relation'> {
  return {
    kind: 'relation',
    columns: modelChildren(element, 'column').map(variableOf),
    rows: modelChildren(element, 'row').map((row) => expressionsIn(row, reading)),
  };
}
