import { add, isNumber, type FeelNumber } from '../feel/decimal.ts';
import { describe } from '../feel/operations/describe.ts';
import { equal } from '../feel/operations/equality.ts';
import { order } from '../feel/operations/ordering.ts';
import type { Run } from '../feel/run.ts';
import { isList, newContext, type FeelList, type FeelValue } from '../feel/values.ts';
import { outputOf } from './compile-table.ts';
import { DecisionFailure } from './failure.ts';
import type { Aggregator, DecisionTable } from './model.ts';

/** A rule that matched, counted from 1, and what its output cells gave. */
export interface Hit {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly outputs: readonly FeelValue[];
}

/** What the policy makes of the rules that matched, of which there is at least one; the hits that count, in the order in which they count. */
export function applyHitPolicy(table: DecisionTable, hits: readonly Hit[], priorities: readonly FeelValue[], run: Run): { readonly hits: readonly Hit[]; readonly output: FeelValue } {
  const all = (ordered: readonly Hit[]): FeelList => ordered.map(({ outputs }) => outputOf(table, outputs));
  const only = (hit: Hit | undefined): { readonly hits: readonly Hit[]; readonly output: FeelValue } => ({ hits: hit ? [hit] : [], output: hit ? outputOf(table, hit.outputs) : null });
  switch (table.hitPolicy) {
    case 'UNIQUE':
      if (hits.length > 1) throw new DecisionFailure(`The hit policy UNIQUE allows one rule only, but the rules ${rulesOf(hits)} match.`);
      return only(hits[0]);
    case 'FIRST':
      return only(hits[0]);
    case 'ANY': {
      const [first, ...others] = all(hits);
      const other = others.find((output) => equal(first ?? null, output, run) !== true);
      if (other !== undefined) throw new DecisionFailure(`The hit policy ANY needs equal outputs, but the rules ${rulesOf(hits)} give '${describe(first ?? null)}' and '${describe(other)}'.`);
      return { hits, output: first ?? null };
    }
    case 'PRIORITY':
      return only(byPriority(hits, priorities, run)[0]);
    case 'OUTPUT ORDER': {
      const ordered = byPriority(hits, priorities, run);
      return { hits: ordered, output: all(ordered) };
    }
    case 'RULE ORDER':
      return { hits, output: all(hits) };
    case 'COLLECT':
      return { hits, output: table.aggregator ? aggregate(table.aggregator, table, hits) : all(hits) };
  }
}

const rulesOf = (hits: readonly Hit[]): string => hits.map(({ ruleIndex }) => ruleIndex).join(', ');

/** Ordered by the place of each output among its allowed values, the first output first; equal ones keep the order of the rules. */
function byPriority(hits: readonly Hit[], priorities: readonly FeelValue[], run: Run): Hit[] {
  const ranks = new Map(hits.map((hit) => [hit, hit.outputs.map((output, i) => rankOf(output, priorities[i] ?? null, run))]));
  return hits.toSorted((a, b) => {
    const [left = [], right = []] = [ranks.get(a), ranks.get(b)];
    const at = left.findIndex((rank, i) => rank !== right[i]);
    return at < 0 ? a.ruleIndex - b.ruleIndex : (left[at] ?? 0) - (right[at] ?? 0);
  });
}

function rankOf(output: FeelValue, values: FeelValue, run: Run): number {
  if (!isList(values)) return 0;
  const at = values.findIndex((value) => equal(value, output, run) === true);
  return at < 0 ? values.length : at;
}

/** One value from all outputs; of a table with several outputs, a context of one value for each. */
function aggregate(aggregator: Aggregator, table: DecisionTable, hits: readonly Hit[]): FeelValue {
  if (aggregator === 'COUNT') return hits.length;
  const columns = table.outputs.map((_, i) => combine(aggregator, hits.map(({ outputs }) => outputs[i] ?? null)));
  if (columns.length === 1) return columns[0] ?? null;
  const context = newContext();
  for (const [i, { name }] of table.outputs.entries()) context[name] = columns[i] ?? null;
  return context;
}

function combine(aggregator: 'SUM' | 'MIN' | 'MAX', values: FeelList): FeelValue {
  if (aggregator === 'SUM') {
    if (!values.every(isNumber)) throw new DecisionFailure('The aggregation SUM needs numbers.');
    return values.reduce<FeelNumber | null>((sum, value) => (sum === null ? null : add(sum, value)), 0);
  }
  let [best = null] = values;
  for (const value of values) {
    const difference = order(value, best);
    if (difference === null) throw new DecisionFailure(`The aggregation ${aggregator} needs values that have an order.`);
    if (aggregator === 'MIN' ? difference < 0 : difference > 0) best = value;
  }
  return best;
}
