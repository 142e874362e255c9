import { isNumber, sign, toInteger, type FeelNumber } from '../decimal.ts';
import { describe } from '../operations/describe.ts';
import type { Run } from '../run.ts';
import { scopeOfItem, type FeelScope } from '../scope.ts';
import type { Expression } from '../syntax/ast.ts';
import { mentions } from '../syntax/mentions.ts';
import { isContext, isList, type FeelList, type FeelValue } from '../values.ts';
import type { Code } from './code.ts';
import { compile } from './compile-expression.ts';

/** `list[index]`, counted from 1 or, negative, from the end; or `list[condition]`, where the item's entries are names. */
export function compileFilter(source: Expression, condition: Expression): Code {
  const [list, code] = [compile(source), compile(condition)];
  const decides = decidedOutside(condition) && !mentions(condition, 'item');
  return (scope, run) => {
    const value = list(scope, run);
    const items = isList(value) ? value : run.dialect === 'standard' && value !== null ? [value] : null;
    if (!items) return run.warn('INVALID_TYPE', `Expected list but found '${describe(value)}'`);
    const index = decides ? run.quietly(() => code(scope, run)) : null;
    return isNumber(index) ? itemAt(items, index) : select(items, code, scope, run);
  };
}

/** Whether a condition may be an index that has to do with the surroundings of the list only. */
const decidedOutside = ({ kind }: Expression): boolean => ['number', 'negation', 'name', 'path', 'arithmetic', 'filter'].includes(kind);

function itemAt(items: FeelList, index: FeelNumber): FeelValue {
  const whole = toInteger(index);
  if (whole === null) return null;
  return items[sign(index) > 0 ? whole - 1 : items.length + whole] ?? null;
}

function select(items: FeelList, condition: Code, scope: FeelScope, run: Run): FeelValue {
  const selected: FeelValue[] = [];
  for (const [i, item] of items.entries()) {
    run.charge(1);
    const outcome = condition(scopeOfItem(item, scope, isContext(item)), run);
    if (i === 0 && isNumber(outcome)) return itemAt(items, outcome);
    if (outcome === true) selected.push(item);
  }
  return selected;
}
