import { sign, truncate, type FeelNumber } from '../decimal.ts';
import { charactersPerStep } from '../operations/arithmetic.ts';
import type { Run } from '../run.ts';
import type { FeelList } from '../values.ts';
import { toBase64 } from './base64.ts';
import { define, failed, optional, parameter, type Form } from './define.ts';
import { list, number, orNull, text } from './types.ts';

const string = parameter('string', text);
const match = parameter('match', text);

export const stringFunctions: readonly Form[] = [
  define('substring', [string, parameter('start position', number), optional('length', number)], substring),
  define('string length', [string], (_, from) => codePointsOf(from)),
  define('upper case', [string], (_, from) => from.toUpperCase()),
  define('lower case', [string], (_, from) => from.toLowerCase()),
  define('substring before', [string, match], (_, from, part) => from.slice(0, Math.max(0, from.indexOf(part)))),
  define('substring after', [string, match], (_, from, part) => (from.includes(part) ? from.slice(from.indexOf(part) + part.length) : '')),
  define('contains', [string, match], (_, from, part) => from.includes(part)),
  define('starts with', [string, match], (_, from, part) => from.startsWith(part)),
  define('ends with', [string, match], (_, from, part) => from.endsWith(part)),
  define('trim', [string], (_, from) => from.trim()),
  define('is blank', [string], (_, from) => from.trim() === ''),
  define('is empty', [parameter(['list', 'string'], text)], (_, from) => from === ''),
  define('to base64', [parameter(['value', 'string'], text)], (run, from) => charged(toBase64(from), run)),
  define('string join', [parameter('list', list), optional('delimiter', orNull(text))], (run, parts, delimiter) => join(run, parts, '', delimiter ?? '', '')),
  define('string join', [parameter('list', list), parameter('delimiter', orNull(text)), parameter('prefix', orNull(text)), parameter('suffix', orNull(text))], (run, parts, delimiter, prefix, suffix) =>
    join(run, parts, prefix ?? '', delimiter ?? '', suffix ?? ''),
  ),
];

export function charged(made: string, run: Run): string {
  run.charge(Math.ceil(made.length / charactersPerStep));
  return made;
}

function codePointsOf(from: string): number {
  let count = 0;
  for (let i = 0; i < from.length; count++) i += (from.codePointAt(i) ?? 0) > 0xffff ? 2 : 1;
  return count;
}

/** Counted in code points from 1, or from the end when negative. */
function substring(run: Run, from: string, start: FeelNumber, length: FeelNumber | null): string | null {
  run.charge(Math.ceil(from.length / charactersPerStep));
  const points = [...from];
  const first = truncate(start);
  if (first === null || first === 0) return failed(run, 'substring', 'the start position counts from 1, or from the end when negative');
  const begin = first > 0 ? first - 1 : Math.max(0, points.length + first);
  if (length === null) return points.slice(begin).join('');
  const size = truncate(length);
  if (size === null || sign(length) < 0) return failed(run, 'substring', 'the length must not be negative');
  return points.slice(begin, begin + size).join('');
}

function join(run: Run, parts: FeelList, prefix: string, delimiter: string, suffix: string): string | null {
  const texts = parts.filter((part) => part !== null);
  if (!texts.every((part): part is string => typeof part === 'string')) return failed(run, 'string join', 'the list must hold texts only');
  const size = texts.reduce((sum, part) => sum + part.length + delimiter.length, prefix.length + suffix.length);
  run.charge(parts.length + Math.ceil(size / charactersPerStep));
  return prefix + texts.join(delimiter) + suffix;
}
