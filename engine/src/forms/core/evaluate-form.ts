import { clearHiddenProcessInfo, conditionProcessInfo, processSync, validateProcessInfo } from '@formio/core/process';
import { DefaultEvaluator, jsonLogic, registerEvaluator } from '@formio/core/utils';

/** What Form.io is asked: the components, made safe by `prepareComponents`, and the values as it keeps them. */
export interface Evaluable {
  readonly components: readonly unknown[];
  readonly data: Record<string, unknown>;
}

export interface Evaluated {
  /** Paths that a condition hides. */
  readonly hidden: readonly string[];
  /** Paths whose values were cleared for that. */
  readonly cleared: readonly string[];
  readonly errors: readonly CoreError[];
}

export interface CoreError {
  readonly path: string;
  /** Form.io's key of the error, or the words that JSONLogic gave. */
  readonly said: string;
  readonly rule: string;
  readonly limit: number | null;
}

interface CoreScope {
  conditionals?: { path: string; conditionallyHidden: boolean }[];
  clearHidden?: Record<string, boolean>;
  errors?: { errorKeyOrMessage: string; ruleName: string; context: Record<string, unknown> }[];
}

/** JSONLogic and nothing else: code in a form that slipped through is our bug and ends the evaluation. Texts stand for themselves. */
class LogicOnlyEvaluator extends DefaultEvaluator {
  constructor() {
    super({ noeval: true });
  }
  override evaluator(): never {
    throw new Error('Forms run no code.');
  }
  override execute(): never {
    throw new Error('Forms run no code.');
  }
  override interpolate(text: unknown): string {
    return String(text);
  }
  override evaluate(logic: unknown, args: Record<string, unknown> = {}): unknown {
    if (typeof logic !== 'object' || logic === null) throw new Error('Forms run no code.');
    return jsonLogic.apply(logic as Parameters<typeof jsonLogic.apply>[0], args);
  }
}

registerEvaluator(new LogicOnlyEvaluator());

const mostRounds = 10;

/**
 * Form.io's passes: what conditions hide is cleared until nothing more hides, then the rest is validated. Changes `data`.
 * @throws where a rule could not be evaluated; Form.io itself would only write a line to the console and let the value pass.
 */
export function evaluateForm(evaluable: Evaluable): Evaluated {
  const complaints: string[] = [];
  const { error, warn } = console;
  const complain = (...said: unknown[]) => complaints.push(said.join(' '));
  Object.assign(console, { error: complain, warn: complain });
  try {
    const evaluated = evaluate(evaluable);
    if (complaints.length > 0) throw new Error(complaints[0]);
    return evaluated;
  } finally {
    Object.assign(console, { error, warn });
  }
}

function evaluate({ components, data }: Evaluable): Evaluated {
  const hidden = new Set<string>();
  const cleared = new Set<string>();
  for (let round = 0, before = -1; round < mostRounds && before !== cleared.size; round++) {
    before = cleared.size;
    const { conditionals = [], clearHidden = {} } = run(components, data, [conditionProcessInfo, clearHiddenProcessInfo]);
    hidden.clear();
    for (const { path, conditionallyHidden } of conditionals) if (conditionallyHidden) hidden.add(path);
    for (const path of Object.keys(clearHidden)) cleared.add(path);
  }
  const { errors = [] } = run(components, data, [conditionProcessInfo, clearHiddenProcessInfo, validateProcessInfo]);
  return { hidden: [...hidden], cleared: [...cleared], errors: errors.map(toError) };
}

function run(components: readonly unknown[], data: Record<string, unknown>, processors: unknown[]): CoreScope {
  const scope: CoreScope = {};
  const form = { components: structuredClone(components) };
  processSync({ form, components: form.components, data, scope, processors, submission: { data }, config: {}, path: '', row: data } as unknown as Parameters<typeof processSync>[0]);
  return scope;
}

function toError({ errorKeyOrMessage, ruleName, context }: NonNullable<CoreScope['errors']>[number]): CoreError {
  const limit = Number(context.setting ?? context.length ?? context.min ?? context.max);
  return { path: String(context.path ?? ''), said: errorKeyOrMessage, rule: ruleName, limit: Number.isFinite(limit) ? limit : null };
}
