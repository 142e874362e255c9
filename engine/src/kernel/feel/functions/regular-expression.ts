import { RE2JS } from 're2js';

/** A pattern that matches in time linear in the text. The only file that knows the regular-expression library. */
export type Pattern = RE2JS;

const compiled = new Map<string, Pattern | string>();
const mostKept = 500;
const longestPattern = 2_000;

/** The pattern in XPath's flavour with its flags (s, m, i, x, q), or why it is none. */
export function compilePattern(pattern: string, flags: string): Pattern | string {
  const key = `${flags}/${pattern}`;
  const known = compiled.get(key);
  if (known !== undefined) return known;
  const made = compileNew(pattern, flags);
  if (compiled.size >= mostKept) compiled.clear();
  compiled.set(key, made);
  return made;
}

function compileNew(pattern: string, flags: string): Pattern | string {
  if (pattern.length > longestPattern) return `the pattern is longer than ${longestPattern} characters`;
  const unknown = [...flags].find((flag) => !'smixq'.includes(flag));
  if (unknown !== undefined) return `there is no flag '${unknown}'`;
  let options = 0;
  if (flags.includes('s')) options |= RE2JS.DOTALL;
  if (flags.includes('m')) options |= RE2JS.MULTILINE;
  if (flags.includes('i')) options |= RE2JS.CASE_INSENSITIVE;
  const source = flags.includes('q') ? RE2JS.quote(pattern) : translate(flags.includes('x') ? withoutSpace(pattern) : pattern);
  try {
    return RE2JS.compile(source, options);
  } catch (error) {
    return `'${pattern.slice(0, 100)}' is no pattern: ${(error as Error).message}`;
  }
}

/** Flag x: spaces don't count outside of brackets. */
function withoutSpace(pattern: string): string {
  let inBrackets = 0;
  let kept = '';
  for (let i = 0; i < pattern.length; i++) {
    const sign = pattern.charAt(i);
    if (sign === '\\') kept += sign + pattern.charAt(++i);
    else {
      if (sign === '[') inBrackets++;
      if (sign === ']') inBrackets--;
      if (inBrackets > 0 || !/[ \t\r\n]/.test(sign)) kept += sign;
    }
  }
  return kept;
}

/** XPath's names for the characters of XML names. */
const classes: Readonly<Record<string, string>> = {
  i: '[_:A-Za-z\\x{C0}-\\x{D6}\\x{D8}-\\x{F6}\\x{F8}-\\x{2FF}\\x{370}-\\x{1FFF}]',
  c: '[-._:A-Za-z0-9\\x{B7}\\x{C0}-\\x{D6}\\x{D8}-\\x{F6}\\x{F8}-\\x{2FF}\\x{370}-\\x{1FFF}]',
  Z: '\\z',
};

function translate(pattern: string): string {
  let made = '';
  for (let i = 0; i < pattern.length; i++) {
    const sign = pattern.charAt(i);
    if (sign !== '\\') made += sign;
    else {
      const escaped = pattern.charAt(++i);
      made += classes[escaped] ?? `\\${escaped}`;
    }
  }
  return made;
}
