import type { BusinessKnowledge, Decision, DecisionModel, DecisionService, ItemDefinition, Reference, Variable } from '../../kernel/dmn/index.ts';
import type { XmlElement } from '../xml/element.ts';
import { expressionIn, functionOf } from './read-expression.ts';
import { modelChild, modelChildren, textOfChild, typeOf, type Reading } from './reading.ts';

/** A model without what it imports. */
export type OwnModel = Omit<DecisionModel, 'imports'> & { readonly importsOf: readonly { readonly name: string; readonly namespace: string; readonly location: string | null; readonly line: number }[] };

/** The content of `<definitions>`. */
export function readModel(root: XmlElement, reading: Reading): OwnModel {
  const namespace = root.attributes.namespace ?? '';
  const reference = (element: XmlElement): Reference => readReference(element, namespace, reading);
  return {
    id: root.attributes.id ?? '',
    name: root.attributes.name ?? '',
    namespace,
    types: modelChildren(root, 'itemDefinition').map(readType),
    inputs: named(root, 'inputData', reading).map((element) => ({ ...identity(element), variable: ownVariable(element) })),
    decisions: named(root, 'decision', reading).map((element) => readDecision(element, reference, reading)),
    knowledge: named(root, 'businessKnowledgeModel', reading).map((element) => readKnowledge(element, reference, reading)),
    services: named(root, 'decisionService', reading).map((element) => readService(element, reference)),
    importsOf: modelChildren(root, 'import')
      .filter(({ attributes }) => !attributes.importType || /DMN/i.test(attributes.importType))
      .map((element) => ({
        name: element.attributes.name ?? '',
        namespace: element.attributes.namespace ?? '',
        location: element.attributes.locationURI ?? null,
        line: element.line,
      })),
  };
}

/** Elements of a kind that have a name; others are told. */
function named(root: XmlElement, kind: string, reading: Reading): XmlElement[] {
  return modelChildren(root, kind).filter((element) => {
    if (!element.attributes.name) reading.error(element, 'dmn-name-missing', `The ${kind} has no name.`);
    return Boolean(element.attributes.name);
  });
}

/** An element without an id is known by its name. */
const identity = ({ attributes: { id, name = '' } }: XmlElement): { readonly id: string; readonly name: string } => ({ id: id ?? name, name });

/** The variable of an element; it has the element's name where the file gives none. */
function ownVariable(element: XmlElement): Variable {
  const variable = modelChild(element, 'variable');
  return { name: variable?.attributes.name ?? element.attributes.name ?? '', type: typeOf(variable) };
}

function readReference(element: XmlElement, own: string, reading: Reading): Reference {
  const href = element.attributes.href ?? '';
  const cut = href.lastIndexOf('#');
  const namespace = cut > 0 ? href.slice(0, cut) : null;
  if (cut < 0) reading.error(element, 'dmn-reference', `'${href}' is no reference to an element ('#id').`);
  return { namespace: namespace === own ? null : namespace, id: href.slice(cut + 1) };
}

function required(element: XmlElement, requirement: string, target: string, reference: (element: XmlElement) => Reference): Reference[] {
  return modelChildren(element, requirement).flatMap((one) => modelChildren(one, target).map(reference));
}

function readDecision(element: XmlElement, reference: (element: XmlElement) => Reference, reading: Reading): Decision {
  return {
    ...identity(element),
    variable: ownVariable(element),
    requiredInputs: required(element, 'informationRequirement', 'requiredInput', reference),
    requiredDecisions: required(element, 'informationRequirement', 'requiredDecision', reference),
    requiredKnowledge: required(element, 'knowledgeRequirement', 'requiredKnowledge', reference),
    logic: expressionIn(element, reading),
  };
}

function readKnowledge(element: XmlElement, reference: (element: XmlElement) => Reference, reading: Reading): BusinessKnowledge {
  const logic = modelChild(element, 'encapsulatedLogic');
  return {
    ...identity(element),
    variable: ownVariable(element),
    requiredKnowledge: required(element, 'knowledgeRequirement', 'requiredKnowledge', reference),
    logic: logic ? functionOf(logic, reading) : null,
  };
}

function readService(element: XmlElement, reference: (element: XmlElement) => Reference): DecisionService {
  return {
    ...identity(element),
    variable: ownVariable(element),
    outputs: modelChildren(element, 'outputDecision').map(reference),
    encapsulated: modelChildren(element, 'encapsulatedDecision').map(reference),
    inputDecisions: modelChildren(element, 'inputDecision').map(reference),
    inputs: modelChildren(element, 'inputData').map(reference),
  };
}

function readType(element: XmlElement): ItemDefinition {
  return {
    name: element.attributes.name ?? '',
    type: typeOf(element),
    isCollection: element.attributes.isCollection === 'true',
    components: modelChildren(element, 'itemComponent').map(readType),
    allowedValues: textOfChild(modelChild(element, 'allowedValues'), 'text'),
    constraint: textOfChild(modelChild(element, 'typeConstraint'), 'text'),
    isFunction: modelChild(element, 'functionItem') !== undefined,
  };
}

