import type { IncidentType } from '../commands.ts';
import { describeValue, scopeOf, toJson, type Evaluation, type FeelEnvironment, type FeelScope, type FeelValue } from '../feel/index.ts';
import type { JsonObject } from '../json.ts';
import { feelSource, isFeel, type ExpressionText } from '../model/expression-text.ts';
import { fail, success, type Failure, type Result } from '../outcome.ts';
import type { ElementInstance } from '../snapshot.ts';
import type { Turn } from '../turn/turn.ts';
import { InstanceScope } from '../variables/instance-scope.ts';

/** What an expression is evaluated for: on whose behalf, in whose scope, and what its failure is called. */
export interface Asking {
  readonly turn: Turn;
  /** Element instance that is held up when it fails. */
  readonly instance: ElementInstance;
  /** Element instance whose variables it sees; the one above unless given. */
  readonly scope?: ElementInstance;
  /** Names that come before all variables. */
  readonly also?: JsonObject;
  readonly incidentType?: IncidentType;
}

/** The value of an expression, or of the plain text it is. */
export function evaluate(asking: Asking, text: ExpressionText): Result<FeelValue, Failure> {
  if (!isFeel(text)) return success(text);
  const { turn } = asking;
  const source = feelSource(text);
  const compiled = turn.model.expression(source);
  if (!compiled.ok) return refuse(asking, `Expression '${source}' can't be read: ${compiled.error.map(({ message }) => message).join('; ')}`);
  const scope = scopeFor(asking);
  const result = compiled.value.evaluate(scope, environment(turn));
  if (!result.ok) return refuse(asking, `Expression '${source}' could not be evaluated: ${result.message}${inputsOf(compiled.value.freeVariables, scope)}`);
  if (result.value === null && result.warnings.length > 0) warn(asking, source, result);
  return success(result.value);
}

/** Says that a value isn't what is needed here, naming the expression and its inputs. */
export function refuseValue(asking: Asking, text: ExpressionText, value: FeelValue, expected: string): Result<never, Failure> {
  if (!isFeel(text)) return refuse(asking, `Expected ${expected}, but found '${text}'.`);
  const source = feelSource(text);
  const compiled = asking.turn.model.expression(source);
  const inputs = compiled.ok ? inputsOf(compiled.value.freeVariables, scopeFor(asking)) : '';
  return refuse(asking, `Expected the result of the expression '${source}' to be ${expected}, but it was ${shorten(describeValue(value))}.${inputs}`);
}

export const environment = (turn: Turn): FeelEnvironment => ({
  now: turn.at,
  zone: turn.context.zone,
  budget: turn.budget,
  calendars: turn.context.calendars,
});

function scopeFor({ turn, instance, scope = instance, also }: Asking): FeelScope {
  const variables = new InstanceScope(turn, scope);
  return also ? scopeOf(also, variables) : variables;
}

const refuse = ({ incidentType = 'EXTRACT_VALUE_ERROR' }: Asking, message: string): Result<never, Failure> => fail(incidentType, message);

function warn({ turn, instance }: Asking, expression: string, { warnings }: Evaluation): void {
  turn.facts.push({
    type: 'expression warning',
    elementInstanceKey: instance.key,
    elementId: instance.elementId,
    expression,
    message: warnings.map(({ message }) => message).join('; '),
  });
}

function inputsOf(names: readonly string[], scope: FeelScope): string {
  if (names.length === 0) return '';
  const values = names.map((name) => {
    const value = scope.get(name);
    return `${name} = ${value === undefined ? 'not set' : shorten(JSON.stringify(toJson(value as FeelValue)))}`;
  });
  return ` Inputs: ${values.join(', ')}.`;
}

const longest = 200;
const shorten = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text);
