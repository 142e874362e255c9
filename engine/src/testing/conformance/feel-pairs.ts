import { compileExpression, compileUnaryTests, describeValue, parseTemporal, scopeOf, type Evaluation, type FeelEnvironment, type FeelValue } from '../../kernel/feel/index.ts';
import { sameValue } from './same-value.ts';
import { failedCase, passed, type CaseReport, type Outcome } from './outcome.ts';

/** A FEEL pair: an expression or unary test, its variables, and what it must yield. */
export interface FeelPair {
  readonly id: string;
  readonly kind: 'expression' | 'unary-tests';
  readonly expression: string;
  readonly input?: unknown;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly expected: { readonly result?: unknown; readonly suppressed_failure?: string; readonly failure_contains?: string };
}

/** The pairs of a JSON document, or null where it holds none. */
export function readFeelPairs(document: unknown): readonly FeelPair[] | null {
  const cases = (document as { cases?: unknown } | null)?.cases;
  if (!Array.isArray(cases) || !cases.every((one) => typeof one === 'object' && one !== null && 'expression' in one && 'expected' in one)) return null;
  return cases as FeelPair[];
}

export const runFeelPairs = (pairs: readonly FeelPair[], environment: () => FeelEnvironment): CaseReport[] =>
  pairs.map((pair) => ({ id: pair.id, outcome: runPair(pair, environment()) }));

function runPair(pair: FeelPair, environment: FeelEnvironment): Outcome {
  const evaluation = evaluate(pair, environment);
  const { expected } = pair;
  if (expected.failure_contains !== undefined) {
    return evaluation.ok ? failedCase('should fail', `${pair.expression} gave ${describeValue(evaluation.value)}`) : passed;
  }
  if (!evaluation.ok) return failedCase(evaluation.syntax ? 'syntax' : 'evaluation failed', `${pair.expression}: ${evaluation.message}`);
  const wanted = fromTagged(expected.result);
  if (!sameValue(evaluation.value, wanted)) {
    return failedCase('other result', `${pair.expression} gave ${describeValue(evaluation.value)} instead of ${describeValue(wanted)}`);
  }
  const warning = expected.suppressed_failure;
  if (warning !== undefined && !evaluation.warnings.some(({ type }) => warning === 'EvaluationFailureType' || type === warning)) {
    return failedCase('other warning', `${pair.expression} gave ${evaluation.warnings.map(({ type }) => type).join(', ') || 'none'} instead of ${warning}`);
  }
  return passed;
}

type Evaluated = Evaluation | { readonly ok: false; readonly syntax: true; readonly message: string };

function evaluate(pair: FeelPair, environment: FeelEnvironment): Evaluated & { readonly syntax?: boolean } {
  const scope = scopeOf(fromTagged(pair.variables ?? {}) as Readonly<Record<string, unknown>>);
  if (pair.kind === 'unary-tests') {
    const tests = compileUnaryTests(pair.expression);
    if (!tests.ok) return { ok: false, syntax: true, message: syntaxMessage(tests.error[0]?.message) };
    return tests.value.evaluate(fromTagged(pair.input ?? null), scope, environment);
  }
  const expression = compileExpression(pair.expression);
  if (!expression.ok) return { ok: false, syntax: true, message: syntaxMessage(expression.error[0]?.message) };
  return expression.value.evaluate(scope, environment);
}

const syntaxMessage = (message = ''): string => `failed to parse: ${message}`;

/** Temporal values stand as `{"$feel": type, "value": text}`. */
function fromTagged(value: unknown): FeelValue {
  if (Array.isArray(value)) return value.map(fromTagged);
  if (typeof value !== 'object' || value === null) return (value ?? null) as FeelValue;
  if ('$feel' in value && 'value' in value) return parseTemporal(String(value.$feel), String(value.value));
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, fromTagged(entry)]));
}
