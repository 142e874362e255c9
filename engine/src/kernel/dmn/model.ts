/**
 * A decision model as plain data: what a `.dmn` file says, with the models that it imports inside.
 * Texts of expressions stay as written; they are compiled when the model is first evaluated.
 */
export interface DecisionModel {
  readonly id: string;
  readonly name: string;
  readonly namespace: string;
  readonly types: readonly ItemDefinition[];
  readonly inputs: readonly InputData[];
  readonly decisions: readonly Decision[];
  readonly knowledge: readonly BusinessKnowledge[];
  readonly services: readonly DecisionService[];
  readonly imports: readonly ImportedModel[];
}

export interface ImportedModel {
  /** The name under which its elements are seen; empty where they are seen as they are. */
  readonly name: string;
  readonly model: DecisionModel;
}

/** Points at an element of this model, or of an imported one by its namespace. */
export interface Reference {
  readonly namespace: string | null;
  readonly id: string;
}

/** A named type; `type` names what it is made from, `components` make it a context. */
export interface ItemDefinition {
  readonly name: string;
  readonly type: string | null;
  readonly isCollection: boolean;
  readonly components: readonly ItemDefinition[];
  /** Unary tests of the values allowed; of each item when it is a collection. */
  readonly allowedValues: string | null;
  /** Unary tests of the whole value (DMN 1.4 and later). */
  readonly constraint: string | null;
  /** Makes it the type of a function. */
  readonly isFunction: boolean;
}

export interface Variable {
  readonly name: string;
  readonly type: string | null;
}

export interface InputData {
  readonly id: string;
  readonly name: string;
  readonly variable: Variable;
}

export interface Decision {
  readonly id: string;
  readonly name: string;
  readonly variable: Variable;
  readonly requiredInputs: readonly Reference[];
  readonly requiredDecisions: readonly Reference[];
  readonly requiredKnowledge: readonly Reference[];
  readonly logic: BoxedExpression | null;
}

export interface BusinessKnowledge {
  readonly id: string;
  readonly name: string;
  readonly variable: Variable;
  readonly requiredKnowledge: readonly Reference[];
  readonly logic: FunctionDefinition | null;
}

export interface DecisionService {
  readonly id: string;
  readonly name: string;
  readonly variable: Variable;
  readonly outputs: readonly Reference[];
  readonly encapsulated: readonly Reference[];
  readonly inputDecisions: readonly Reference[];
  readonly inputs: readonly Reference[];
}

/** Everything that can stand in a box (DMN chapter 7.3 and 8). `id` is the element's, empty where it has none. */
export type BoxedExpression = { readonly id: string; readonly type: string | null } & (
  | LiteralExpression
  | DecisionTable
  | { readonly kind: 'context'; readonly entries: readonly { readonly variable: Variable | null; readonly value: BoxedExpression }[] }
  | { readonly kind: 'invocation'; readonly called: BoxedExpression; readonly bindings: readonly { readonly parameter: Variable; readonly value: BoxedExpression | null }[] }
  | FunctionDefinition
  | { readonly kind: 'relation'; readonly columns: readonly Variable[]; readonly rows: readonly (readonly BoxedExpression[])[] }
  | { readonly kind: 'list'; readonly items: readonly BoxedExpression[] }
  | { readonly kind: 'conditional'; readonly condition: BoxedExpression; readonly then: BoxedExpression; readonly otherwise: BoxedExpression }
  | { readonly kind: 'filter'; readonly source: BoxedExpression; readonly match: BoxedExpression }
  | { readonly kind: 'for'; readonly variable: string; readonly source: BoxedExpression; readonly body: BoxedExpression }
  | { readonly kind: 'some' | 'every'; readonly variable: string; readonly source: BoxedExpression; readonly body: BoxedExpression }
);

export interface LiteralExpression {
  readonly kind: 'literal';
  readonly text: string;
}

export interface FunctionDefinition {
  readonly kind: 'function';
  readonly parameters: readonly Variable[];
  readonly body: BoxedExpression | null;
  /** Functions in Java and PMML are refused. */
  readonly language: 'FEEL' | 'Java' | 'PMML';
}

export type HitPolicy = 'UNIQUE' | 'FIRST' | 'PRIORITY' | 'ANY' | 'COLLECT' | 'RULE ORDER' | 'OUTPUT ORDER';
export type Aggregator = 'SUM' | 'MIN' | 'MAX' | 'COUNT';

export interface DecisionTable {
  readonly kind: 'decision table';
  readonly hitPolicy: HitPolicy;
  readonly aggregator: Aggregator | null;
  readonly inputs: readonly InputClause[];
  readonly outputs: readonly OutputClause[];
  readonly rules: readonly DecisionRule[];
}

export interface InputClause {
  readonly id: string;
  readonly label: string;
  readonly expression: string;
  readonly type: string | null;
  /** Unary tests of the values that the table is made for. */
  readonly allowedValues: string | null;
  /** The variable that FEEL texts of this column may use instead of `?` (`camunda:inputVariable`). */
  readonly variable: string | null;
}

export interface OutputClause {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly type: string | null;
  /** Unary tests of the values in order of priority. */
  readonly allowedValues: string | null;
  readonly defaultValue: string | null;
}

export interface DecisionRule {
  readonly id: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly annotations: readonly string[];
}
