import { isDecimal, toDouble } from '../decimal.ts';
import { Halt, type Run } from '../run.ts';
import { isContext, isList, type FeelValue } from '../values.ts';

const deepest = 400;
const charactersPerStep = 32;

/**
 * Charges the size that a value has once it is written out: parts that it shares count as often as they stand in it.
 * What nests too deep ends the evaluation.
 */
export function measure(value: FeelValue, run: Run, levels = deepest): void {
  if (typeof value === 'string') return run.charge(Math.ceil(value.length / charactersPerStep));
  if (value === null || typeof value !== 'object') return;
  if (isDecimal(value)) {
    if (!Number.isFinite(toDouble(value))) run.warn('INVALID_TYPE', 'The number is beyond the range of JSON; it is null there');
    return;
  }
  if (levels === 0) throw new Halt('budget', 'The value nests deeper than allowed.');
  if (isList(value)) {
    run.charge(value.length);
    for (const item of value) measure(item, run, levels - 1);
  } else if (isContext(value)) {
    const entries = Object.values(value);
    run.charge(entries.length);
    for (const entry of entries) measure(entry, run, levels - 1);
  }
}
