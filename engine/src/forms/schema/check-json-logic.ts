import { logicOperators } from './allowed-components.ts';

const deepest = 30;

/** What is wrong with a JSONLogic expression, or null. */
export function checkJsonLogic(logic: unknown, depth = 0): string | null {
  if (depth > deepest) return 'JSONLogic nests deeper than 30 levels.';
  if (Array.isArray(logic)) return firstProblem(logic, depth);
  if (logic === null || typeof logic !== 'object') return null;
  const [operator, ...more] = Object.keys(logic);
  if (operator === undefined || more.length > 0) return 'JSONLogic must be an object with one operator.';
  if (!logicOperators.includes(operator)) return `JSONLogic operator "${operator}" is not allowed.`;
  return firstProblem(Object.values(logic), depth);
}

function firstProblem(parts: readonly unknown[], depth: number): string | null {
  for (const part of parts) {
    const problem = checkJsonLogic(part, depth + 1);
    if (problem !== null) return problem;
  }
  return null;
}
