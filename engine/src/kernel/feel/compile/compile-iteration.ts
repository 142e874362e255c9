import { add, compareNumbers, isNumber, subtract } from '../decimal.ts';
import { describe } from '../operations/describe.ts';
import { measure } from '../operations/measure.ts';
import type { Run } from '../run.ts';
import { Binding, type FeelScope } from '../scope.ts';
import type { Expression, Iterator } from '../syntax/ast.ts';
import { mentions } from '../syntax/mentions.ts';
import { dateFromDays, daysOf } from '../temporal/instants.ts';
import { FeelDate, FeelRange, isList, type FeelValue } from '../values.ts';
import type { Code } from './code.ts';
import { compile } from './compile-expression.ts';
import { truthOf } from './compile-logic.ts';

/** Visits one value of a variable; true ends the iteration. */
type Visit = (scope: FeelScope) => boolean;

/** Runs over the values of a variable; false, with a warning, where there is nothing to run over. */
type Loop = (scope: FeelScope, run: Run, visit: Visit) => boolean;

/** The body's value for each combination, the last variable running fastest; `partial` holds the values so far. */
export function compileFor(iterators: readonly Iterator[], body: Expression): Code {
  const loops = iterators.map(compileLoop);
  const code = compile(body);
  const usesPartial = mentions(body, 'partial');
  return (scope, run) => {
    const values: FeelValue[] = [];
    const whole = runNested(loops, 0, scope, run, (inner) => {
      values.push(usesPartial ? withPartial(values, code, inner, run) : code(inner, run));
      return false;
    });
    return whole ? values : null;
  };
}

/** The body's value with what was yielded so far; what is built from it may nest only so deep. */
function withPartial(values: readonly FeelValue[], code: Code, scope: FeelScope, run: Run): FeelValue {
  run.charge(Math.ceil(values.length / 16));
  const value = code(new Binding('partial', [...values], scope), run);
  measure(value, run, deepestPartial);
  return value;
}

const deepestPartial = 100;

/** `some … satisfies` and `every … satisfies`, in three-valued logic. */
export function compileQuantified(kind: 'some' | 'every', iterators: readonly Iterator[], body: Expression): Code {
  const loops = iterators.map(compileLoop);
  const code = compile(body);
  const decisive = kind === 'some';
  return (scope, run) => {
    let [decided, known] = [false, true];
    const whole = runNested(loops, 0, scope, run, (inner) => {
      const truth = truthOf(code(inner, run), run);
      if (truth === null) known = false;
      decided = truth === decisive;
      return decided;
    });
    if (decided) return decisive;
    return whole && known ? !decisive : null;
  };
}

function runNested(loops: readonly Loop[], level: number, scope: FeelScope, run: Run, visit: Visit): boolean {
  const loop = loops[level];
  if (!loop) {
    visit(scope);
    return true;
  }
  if (level === loops.length - 1) return loop(scope, run, visit);
  let whole = true;
  let ended = false;
  const ran = loop(scope, run, (inner) => {
    whole = runNested(loops, level + 1, inner, run, (innermost) => (ended = visit(innermost)));
    return ended || !whole;
  });
  return ran && whole;
}

function compileLoop(iterator: Iterator): Loop {
  const { name } = iterator;
  if ('source' in iterator) {
    const source = compile(iterator.source);
    return (scope, run, visit) => overSource(source(scope, run), name, scope, run, visit);
  }
  const [from, to] = [compile(iterator.from), compile(iterator.to)];
  return (scope, run, visit) => overInterval(from(scope, run), to(scope, run), name, scope, run, visit);
}

function overSource(source: FeelValue, name: string, scope: FeelScope, run: Run, visit: Visit): boolean {
  if (source instanceof FeelRange) return overRange(source, name, scope, run, visit);
  const items = isList(source) ? source : run.dialect === 'standard' && source !== null ? [source] : null;
  if (!items) {
    run.warn('INVALID_TYPE', `Expected list but found '${describe(source)}'`);
    return false;
  }
  for (const item of items) {
    run.charge(1);
    if (visit(new Binding(name, item, scope))) break;
  }
  return true;
}

function overRange({ start, startIncluded, end, endIncluded }: FeelRange, name: string, scope: FeelScope, run: Run, visit: Visit): boolean {
  if (start === undefined || end === undefined) {
    run.warn('INVALID_TYPE', 'Expected a range with both bounds');
    return false;
  }
  return overInterval(startIncluded ? start : (next(start, 1) ?? null), endIncluded ? end : (next(end, -1) ?? null), name, scope, run, visit, true);
}

/** From one whole number or day to another, up or down. */
function overInterval(from: FeelValue, to: FeelValue, name: string, scope: FeelScope, run: Run, visit: Visit, upwards = false): boolean {
  const difference = distance(from, to);
  if (difference === null) {
    run.warn('INVALID_TYPE', `Expected numbers or dates but found '${describe(from)}' and '${describe(to)}'`);
    return false;
  }
  if (upwards && difference < 0) return true;
  const direction = difference < 0 ? -1 : 1;
  for (let value: FeelValue | undefined = from; value !== undefined && direction * (distance(value, to) ?? -1) >= 0; value = next(value, direction)) {
    run.charge(1);
    if (visit(new Binding(name, value, scope))) break;
  }
  return true;
}

function distance(from: FeelValue, to: FeelValue): number | null {
  if (isNumber(from) && isNumber(to)) return compareNumbers(to, from);
  return from instanceof FeelDate && to instanceof FeelDate ? daysOf(to) - daysOf(from) : null;
}

function next(value: FeelValue, direction: 1 | -1): FeelValue | undefined {
  if (isNumber(value)) return (direction > 0 ? add(value, 1) : subtract(value, 1)) ?? undefined;
  return value instanceof FeelDate ? (dateFromDays(daysOf(value) + direction) ?? undefined) : undefined;
}
