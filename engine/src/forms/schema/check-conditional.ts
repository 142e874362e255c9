import { conditionOperators } from './allowed-components.ts';
import { checkJsonLogic } from './check-json-logic.ts';
import { isRecord, saysNothing, type Report } from './report.ts';

const allowed = ['show', 'when', 'eq', 'conjunction', 'conditions', 'json'];

/** When a component shows: a simple condition (`when`, `eq`), a list of conditions, or JSONLogic. */
export function checkConditional(conditional: unknown, path: string, report: Report): void {
  if (saysNothing(conditional)) return;
  if (!isRecord(conditional)) return report(path, 'component-conditional', '"conditional" is an object.');
  for (const [name, value] of Object.entries(conditional)) if (!allowed.includes(name) && !saysNothing(value)) report(path, 'component-conditional', `The property "conditional.${name}" is not supported.`);
  if (typeof conditional.json === 'string' && conditional.json !== '') return report(path, 'component-unsafe', '"conditional.json" is JSONLogic as an object, not a text.');
  const problem = checkJsonLogic(conditional.json);
  if (problem !== null) report(path, 'component-logic', problem);
  if (!Array.isArray(conditional.conditions)) return;
  for (const condition of conditional.conditions) {
    if (!isRecord(condition) || typeof condition.component !== 'string') report(path, 'component-conditional', 'A condition names a component.');
    else if (typeof condition.operator !== 'string' || !conditionOperators.includes(condition.operator)) report(path, 'component-conditional', `The operator "${String(condition.operator)}" of a condition is not known.`);
  }
}
