import type { Code } from '../feel/compile/code.ts';
import { compileBox } from './compile-box.ts';
import { compileTable, type TableCode } from './compile-table.ts';
import type { BusinessKnowledge, Decision, DecisionModel } from './model.ts';
import { namesOf, withNames } from './names.ts';
import { typedCode } from './types.ts';

/** A decision made ready to run; `table` where its logic is a decision table. */
export interface CompiledDecision {
  readonly decision: Decision;
  readonly kind: 'DECISION_TABLE' | 'LITERAL_EXPRESSION' | 'UNKNOWN';
  readonly table: TableCode | null;
  readonly code: Code;
}

const decisions = new WeakMap<Decision, CompiledDecision>();
const knowledges = new WeakMap<BusinessKnowledge, Code>();

/** Compiles a decision when it is first needed. */
export function compileDecision(decision: Decision, model: DecisionModel): CompiledDecision {
  const known = decisions.get(decision);
  if (known) return known;
  const made = compileNew(decision, model);
  decisions.set(decision, made);
  return made;
}

function compileNew(decision: Decision, model: DecisionModel): CompiledDecision {
  const { logic } = decision;
  const names = namesOf(decision, model);
  if (!logic) {
    const code: Code = (_, run) => run.warn('UNKNOWN', `The decision '${decision.name}' has no logic`);
    return { decision, kind: 'UNKNOWN', table: null, code };
  }
  const table = logic.kind === 'decision table' ? compileTable(logic, names) : null;
  const kind = table ? 'DECISION_TABLE' : logic.kind === 'literal' ? 'LITERAL_EXPRESSION' : 'UNKNOWN';
  return { decision, kind, table, code: table ? (scope, run) => table(scope, run).output : compileBox(logic, names, model) };
}

/** Compiles the body of a business knowledge model when it is first needed. */
export function compileKnowledge(knowledge: BusinessKnowledge, model: DecisionModel): Code {
  const known = knowledges.get(knowledge);
  if (known) return known;
  const { logic } = knowledge;
  const names = withNames(namesOf(knowledge, model), [knowledge.variable.name, ...(logic?.parameters.map(({ name }) => name) ?? [])]);
  const code = logic?.body ? compileBox(logic.body, names, model) : (): null => null;
  const made = typedCode(code, resultType(knowledge, model), knowledge.name, model);
  knowledges.set(knowledge, made);
  return made;
}

/** The type of the variable is that of the result, unless it is a function's. */
function resultType({ variable }: BusinessKnowledge, model: DecisionModel): string | null {
  const item = model.types.find(({ name }) => name === variable.type);
  return item?.isFunction || variable.type === 'function' ? null : variable.type;
}
