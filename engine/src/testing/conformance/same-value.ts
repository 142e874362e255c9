import { equalValues, isList, kindOf, toDouble, type FeelContext, type FeelNumber, type FeelValue } from '../../kernel/feel/index.ts';

/** Expected numbers are written with fewer digits than a decimal has. */
const tolerance = 1e-8;

/** Whether a result is what a test file expects; numbers may differ by rounding. */
export function sameValue(got: FeelValue, wanted: FeelValue): boolean {
  if (kindOf(got) === 'number' && kindOf(wanted) === 'number') {
    const [a, b] = [toDouble(got as FeelNumber), toDouble(wanted as FeelNumber)];
    return a === b || Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(b));
  }
  if (isList(got) && isList(wanted)) return got.length === wanted.length && got.every((item, i) => sameValue(item, wanted[i] ?? null));
  if (kindOf(got) === 'context' && kindOf(wanted) === 'context') {
    const [a, b] = [got as FeelContext, wanted as FeelContext];
    const names = Object.keys(b);
    return names.length === Object.keys(a).length && names.every((name) => Object.hasOwn(a, name) && sameValue(a[name] ?? null, b[name] ?? null));
  }
  return equalValues(got, wanted);
}
