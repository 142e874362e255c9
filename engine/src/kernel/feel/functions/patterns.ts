import type { Run } from '../run.ts';
import { charactersPerStep } from '../operations/arithmetic.ts';
import type { FeelValue } from '../values.ts';
import { define, failed, optional, parameter, type Form } from './define.ts';
import { compilePattern, type Pattern } from './regular-expression.ts';
import { charged } from './strings.ts';
import { orNull, text } from './types.ts';

export const patternFunctions: readonly Form[] = [
  define('matches', [parameter(['input', 'string'], text), parameter('pattern', text), optional('flags', orNull(text))], (run, input, pattern, flags) =>
    withPattern('matches', run, input, pattern, flags, (compiled) => compiled.matcher(input).find()),
  ),
  define('replace', [parameter(['input', 'string'], text), parameter('pattern', text), parameter('replacement', text), optional('flags', orNull(text))], (run, input, pattern, replacement, flags) =>
    withPattern('replace', run, input, pattern, flags, (compiled) => replace(input, compiled, replacement, flags ?? '', run)),
  ),
  define('split', [parameter('string', text), parameter('delimiter', text)], (run, input, delimiter) =>
    withPattern('split', run, input, delimiter, null, (compiled) => split(input, compiled, run)),
  ),
  define('extract', [parameter(['string', 'input'], text), parameter('pattern', text), optional('flags', orNull(text))], (run, input, pattern, flags) =>
    withPattern('extract', run, input, pattern, flags, (compiled) => extract(input, compiled, run)),
  ),
];

function withPattern(name: string, run: Run, input: string, pattern: string, flags: string | null, work: (compiled: Pattern) => FeelValue): FeelValue {
  run.charge(1 + Math.ceil((input.length * (8 + pattern.length)) / (8 * charactersPerStep)));
  const compiled = compilePattern(pattern, flags ?? '', run.dialect);
  return typeof compiled === 'string' ? failed(run, name, compiled) : work(compiled);
}

/** `$1` to `$9…` stand for groups, `$0` for the match, `\$` and `\\` for the signs. */
function replace(input: string, pattern: Pattern, replacement: string, flags: string, run: Run): FeelValue {
  if (run.dialect === 'standard' && pattern.matcher('').find()) return failed(run, 'replace', 'the pattern matches the empty text');
  const parts = flags.includes('q') ? [replacement] : readReplacement(replacement, pattern.groupCount());
  if (!parts) return failed(run, 'replace', `'${replacement.slice(0, 100)}' is no replacement`);
  const matcher = pattern.matcher(input);
  let made = '';
  let last = 0;
  while (matcher.find()) {
    const put = parts.map((part) => (typeof part === 'string' ? part : (matcher.group(part) ?? ''))).join('');
    made += input.slice(last, matcher.start()) + charged(put, run);
    last = matcher.end();
  }
  return charged(made + input.slice(last), run);
}

function readReplacement(replacement: string, groups: number): (string | number)[] | null {
  const parts: (string | number)[] = [];
  for (let i = 0; i < replacement.length; i++) {
    const sign = replacement.charAt(i);
    if (sign === '\\') parts.push(replacement.charAt(++i));
    else if (sign !== '$') parts.push(sign);
    else {
      const digits = /^\d+/.exec(replacement.slice(i + 1))?.[0];
      if (!digits) return null;
      const group = longestGroup(digits, groups);
      i += group.length;
      parts.push(Number(group) <= groups ? Number(group) : '');
    }
  }
  return parts;
}

/** As many digits as name a group that exists, at least one. */
function longestGroup(digits: string, groups: number): string {
  let length = digits.length;
  while (length > 1 && Number(digits.slice(0, length)) > groups) length--;
  return digits.slice(0, length);
}

function split(input: string, pattern: Pattern, run: Run): FeelValue {
  const matcher = pattern.matcher(input);
  const parts: string[] = [];
  let last = 0;
  while (matcher.find()) {
    run.charge(1);
    if (matcher.end() === 0) continue;
    if (matcher.end() === matcher.start() && matcher.start() >= input.length) break;
    parts.push(input.slice(last, matcher.start()));
    last = matcher.end();
  }
  parts.push(input.slice(last));
  return parts;
}

function extract(input: string, pattern: Pattern, run: Run): FeelValue {
  const matcher = pattern.matcher(input);
  const found: string[] = [];
  while (matcher.find()) {
    run.charge(1);
    found.push(matcher.group() ?? '');
  }
  return found;
}
