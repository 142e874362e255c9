import { compileUnaryTestsCode, type ModelNames, type TestsCode } from '../feel/compile/compile-text.ts';
import type { Code } from '../feel/compile/code.ts';
import type { Run } from '../feel/run.ts';
import { Binding, type FeelScope } from '../feel/scope.ts';
import { newContext, type FeelValue } from '../feel/values.ts';
import { compileText } from './compile-box.ts';
import { DecisionFailure } from './failure.ts';
import { applyHitPolicy, type Hit } from './hit-policies.ts';
import type { DecisionTable } from './model.ts';
import { withNames } from './names.ts';

/** What came of a table: the values of its inputs, the rules that matched, and the output. */
export interface TableOutcome {
  readonly inputs: readonly FeelValue[];
  readonly hits: readonly Hit[];
  readonly output: FeelValue;
}

export type TableCode = (scope: FeelScope, run: Run) => TableOutcome;

/** Compiles every cell once. All rules are looked at, but for the hit policy FIRST. */
export function compileTable(table: DecisionTable, names: ModelNames): TableCode {
  const inputs = table.inputs.map(({ expression }) => compileText(expression, names));
  const cellNames = withNames(names, table.inputs.flatMap(({ variable }) => variable ?? []));
  const rules = table.rules.map((rule, index) => ({
    index: index + 1,
    id: rule.id,
    tests: rule.inputs.map((text) => compileTests(text, cellNames)),
    outputs: rule.outputs.map((text) => compileText(text === '-' ? '' : text, cellNames)),
  }));
  const defaults = table.outputs.map(({ defaultValue }) => (defaultValue === null ? null : compileText(defaultValue, names)));
  const order = table.outputs.map(({ allowedValues }) => (allowedValues === null ? null : compileText(`[${allowedValues}]`, names)));
  return (scope, run) => {
    const values = inputs.map((input) => input(scope, run));
    const scopes = table.inputs.map(({ variable }, i) => (variable ? new Binding(variable, values[i] ?? null, scope) : scope));
    const hits: Hit[] = [];
    for (const { index, id, tests, outputs } of rules) {
      run.charge(1 + tests.length);
      if (!tests.every((test, i) => test(values[i] ?? null, scopes[i] ?? scope, run) === true)) continue;
      hits.push({ ruleId: id, ruleIndex: index, outputs: outputs.map((output) => output(scope, run)) });
      if (table.hitPolicy === 'FIRST') break;
    }
    if (hits.length === 0) return { inputs: values, hits, output: defaultOutput(table, defaults, scope, run) };
    const priorities = order.map((code) => (code ? code(scope, run) : null));
    const outcome = applyHitPolicy(table, hits, priorities, run);
    return { inputs: values, ...outcome };
  };
}

/** The default values, or null where no output has one. */
function defaultOutput(table: DecisionTable, defaults: readonly (Code | null)[], scope: FeelScope, run: Run): FeelValue {
  if (defaults.every((code) => code === null)) return null;
  const values = defaults.map((code) => (code ? code(scope, run) : null));
  const output = outputOf(table, values);
  return ['COLLECT', 'RULE ORDER', 'OUTPUT ORDER'].includes(table.hitPolicy) && table.aggregator === null ? [output] : output;
}

/** The value of one output, or a context of several. */
export function outputOf(table: DecisionTable, values: readonly FeelValue[]): FeelValue {
  if (table.outputs.length === 1) return values[0] ?? null;
  const context = newContext();
  for (const [i, { name }] of table.outputs.entries()) context[name] = values[i] ?? null;
  return context;
}

function compileTests(text: string, names: ModelNames): TestsCode {
  const compiled = compileUnaryTestsCode(text, names);
  if (compiled.ok) return compiled.value;
  const { message } = compiled.error;
  return () => {
    throw new DecisionFailure(`'${text.slice(0, 100)}' is no test: ${message}`);
  };
}
