import { compileExpression, compileUnaryTests, describeValue, scopeOf, type CompileOptions, type FeelEnvironment, type FeelValue } from './index.ts';
import type { Calendars } from '../calendar/index.ts';

/** What specs write of an evaluation: the value as FEEL writes it, or why there is none. */
export interface Told {
  readonly value: string;
  readonly warnings: readonly string[];
}

export const environmentForSpecs = (steps = 1_000_000, calendars: Calendars = []): FeelEnvironment => ({
  now: 1_771_234_200_000,
  zone: 'Asia/Shanghai',
  budget: { steps },
  calendars,
});

/** Evaluates for a spec. */
export function tell(source: string, variables: Readonly<Record<string, unknown>> = {}, options: CompileOptions = {}, environment = environmentForSpecs()): Told {
  const compiled = compileExpression(source, options);
  if (!compiled.ok) return { value: `syntax: ${compiled.error[0]?.message ?? ''}`, warnings: [] };
  const result = compiled.value.evaluate(scopeOf(variables), environment);
  return { value: result.ok ? describeValue(result.value) : `${result.reason}: ${result.message}`, warnings: result.warnings.map(({ type }) => type) };
}

/** The value that an expression yields, as FEEL writes it. */
export const feel = (source: string, variables?: Readonly<Record<string, unknown>>, options?: CompileOptions): string => tell(source, variables, options).value;

/** Whether unary tests accept an input. */
export function accepts(tests: string, input: FeelValue, variables: Readonly<Record<string, unknown>> = {}, options: CompileOptions = {}): boolean | null | string {
  const compiled = compileUnaryTests(tests, options);
  if (!compiled.ok) return `syntax: ${compiled.error[0]?.message ?? ''}`;
  const result = compiled.value.evaluate(input, scopeOf(variables), environmentForSpecs());
  return result.ok ? result.value : `${result.reason}: ${result.message}`;
}
