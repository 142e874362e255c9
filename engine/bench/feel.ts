/**
 * How many FEEL evaluations one core does in a second. Prints a table, and with --json one line of JSON as well.
 * usage: node engine/bench/feel.ts [--json]
 */
import { compileExpression, compileUnaryTests, scopeOf, type FeelValue } from '../src/kernel/feel/index.ts';

interface Measurement {
  readonly name: string;
  readonly expression: string;
  readonly perSecond: number;
  /** Smallest number that is good enough, where the design sets one. */
  readonly budget: number | null;
}

const variables = {
  amount: 1234.5,
  class: 'A',
  order: { items: Array.from({ length: 10 }, (_, i) => ({ price: i + 0.99, quantity: i })), customer: { name: 'Ada', country: 'CN' } },
  due: '2026-03-01',
};
const scope = scopeOf(variables);
const environment = () => ({ now: 1_770_000_000_000, zone: 'Asia/Shanghai', budget: { steps: Number.MAX_SAFE_INTEGER } });

const expressions: readonly { readonly name: string; readonly expression: string; readonly budget: number | null }[] = [
  { name: 'two comparisons', expression: 'amount > 1000 and class = "A"', budget: 300_000 },
  { name: 'path and condition', expression: 'if order.customer.country = "CN" then "domestic" else "abroad"', budget: null },
  { name: 'whole numbers', expression: '(3 + 4) * 5 - 6', budget: null },
  { name: 'decimals', expression: 'amount * 1.13 + 0.1', budget: null },
  { name: 'filter of ten items', expression: 'order.items[price > 5]', budget: null },
  { name: 'sum over ten items', expression: 'sum(for i in order.items return i.price * i.quantity)', budget: null },
  { name: 'dates', expression: 'date(due) + duration("P30D") < date("2026-12-31")', budget: null },
  { name: 'matches', expression: 'matches(class, "^[A-C]$")', budget: null },
];

const warmUp = 200;
const measured = 1_000;

/** Calls as often as fits in a second after a warm-up. */
function perSecond(call: () => unknown): number {
  const run = (milliseconds: number): number => {
    const start = performance.now();
    let calls = 0;
    while (performance.now() - start < milliseconds) {
      for (let i = 0; i < 100; i++) call();
      calls += 100;
    }
    return Math.round((calls / (performance.now() - start)) * 1000);
  };
  run(warmUp);
  return run(measured);
}

const results: Measurement[] = expressions.map(({ name, expression, budget }) => {
  const compiled = compileExpression(expression);
  if (!compiled.ok) throw new Error(`${expression}: ${compiled.error[0]?.message ?? ''}`);
  const env = environment();
  return { name, expression, budget, perSecond: perSecond(() => compiled.value.evaluate(scope, env)) };
});

const tests = compileUnaryTests('> 1000, [5..10)');
if (!tests.ok) throw new Error('the unary tests do not compile');
const env = environment();
results.push({ name: 'unary tests', expression: '> 1000, [5..10)', budget: null, perSecond: perSecond(() => tests.value.evaluate(1234.5 as FeelValue, scope, env)) });

let distinct = 0;
results.push({ name: 'compiling', expression: 'amount > n and class = "A"', budget: null, perSecond: perSecond(() => compileExpression(`amount > ${distinct++} and class = "A"`)) });

const width = Math.max(...results.map(({ name }) => name.length));
for (const { name, perSecond: speed, budget } of results) {
  const verdict = budget === null ? '' : speed >= budget ? `  (budget ${budget.toLocaleString('en')}: met)` : `  (budget ${budget.toLocaleString('en')}: missed by ${Math.round((1 - speed / budget) * 100)} %)`;
  console.log(`${name.padEnd(width)}  ${speed.toLocaleString('en').padStart(12)} a second${verdict}`);
}
if (process.argv.includes('--json')) console.log(JSON.stringify({ bench: 'feel', results }));
