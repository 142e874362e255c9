import type { FeelValue } from '../values.ts';
import { textOf } from './text-of.ts';

const longest = 200;

class TooLong extends Error {}

/** A value in a message: as FEEL writes it, cut where it is long. */
export function describe(value: FeelValue): string {
  if (typeof value === 'string') return `"${value.slice(0, longest)}"`;
  let size = 0;
  try {
    const text = textOf(value, 'camunda', (characters, depth) => {
      size += characters;
      if (size > 4 * longest || depth > 8) throw new TooLong();
    });
    return text.length > longest ? `${text.slice(0, longest)}…` : text;
  } catch (error) {
    if (error instanceof TooLong) return Array.isArray(value) ? `a list of ${value.length} items` : 'a large context';
    throw error;
  }
}
