import { RE2JS } from 're2js';
import type { Dialect } from '../run.ts';
import { PatternRefusal, translatePattern } from './translate-pattern.ts';

/** A pattern that matches in time linear in the text. The only file that knows the regular-expression library. */
export type Pattern = RE2JS;

const compiled = new Map<string, Pattern | string>();
const mostKept = 500;
const longestPattern = 2_000;

/** The pattern in XPath's flavour with its flags (s, m, i, x, q), or why it is none. */
export function compilePattern(pattern: string, flags: string, dialect: Dialect): Pattern | string {
  const key = `${dialect}/${flags}/${pattern}`;
  const known = compiled.get(key);
  if (known !== undefined) return known;
  const made = compileNew(pattern, flags, dialect);
  if (compiled.size >= mostKept) compiled.clear();
  compiled.set(key, made);
  return made;
}

function compileNew(pattern: string, flags: string, dialect: Dialect): Pattern | string {
  if (pattern.length > longestPattern) return `the pattern is longer than ${longestPattern} characters`;
  const unknown = [...flags].find((flag) => !'smixq'.includes(flag));
  if (unknown !== undefined) return `there is no flag '${unknown}'`;
  let options = 0;
  if (flags.includes('s')) options |= RE2JS.DOTALL;
  if (flags.includes('m')) options |= RE2JS.MULTILINE;
  if (flags.includes('i')) options |= RE2JS.CASE_INSENSITIVE;
  try {
    return RE2JS.compile(flags.includes('q') ? RE2JS.quote(pattern) : translatePattern(pattern, flags, dialect), options);
  } catch (error) {
    const reason = error instanceof PatternRefusal ? error.message : `'${pattern.slice(0, 100)}' is no pattern: ${(error as Error).message}`;
    return reason;
  }
}
