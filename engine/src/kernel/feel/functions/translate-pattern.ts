import type { Dialect } from '../run.ts';
import { readClass, type ClassReading } from './character-class.ts';

/** Why a pattern is not taken. */
export class PatternRefusal extends Error {}

const blocks: Readonly<Record<string, string>> = {
  BasicLatin: '\\x{0}-\\x{7F}', 'Latin-1Supplement': '\\x{80}-\\x{FF}', 'LatinExtended-A': '\\x{100}-\\x{17F}', 'LatinExtended-B': '\\x{180}-\\x{24F}',
  GreekandCoptic: '\\x{370}-\\x{3FF}', Greek: '\\x{370}-\\x{3FF}', Cyrillic: '\\x{400}-\\x{4FF}', Armenian: '\\x{530}-\\x{58F}', Hebrew: '\\x{590}-\\x{5FF}',
  Arabic: '\\x{600}-\\x{6FF}', Devanagari: '\\x{900}-\\x{97F}', Thai: '\\x{E00}-\\x{E7F}', GeneralPunctuation: '\\x{2000}-\\x{206F}', CurrencySymbols: '\\x{20A0}-\\x{20CF}',
  Arrows: '\\x{2190}-\\x{21FF}', MathematicalOperators: '\\x{2200}-\\x{22FF}', CJKSymbolsandPunctuation: '\\x{3000}-\\x{303F}', Hiragana: '\\x{3040}-\\x{309F}',
  Katakana: '\\x{30A0}-\\x{30FF}', CJKUnifiedIdeographs: '\\x{4E00}-\\x{9FFF}', HangulSyllables: '\\x{AC00}-\\x{D7AF}',
};

const nameStart = '_:A-Za-z\\x{C0}-\\x{D6}\\x{D8}-\\x{F6}\\x{F8}-\\x{2FF}\\x{370}-\\x{37D}\\x{37F}-\\x{1FFF}\\x{200C}-\\x{200D}\\x{2070}-\\x{218F}\\x{2C00}-\\x{2FEF}\\x{3001}-\\x{D7FF}';
const namePart = `\\-.0-9\\x{B7}\\x{300}-\\x{36F}\\x{203F}-\\x{2040}${nameStart}`;

/** Escapes that are classes: what stands between the brackets, and whether it is what must not match. */
const classes: Readonly<Record<string, { readonly inside: string; readonly negated: boolean }>> = {
  i: { inside: nameStart, negated: false },
  I: { inside: nameStart, negated: true },
  c: { inside: namePart, negated: false },
  C: { inside: namePart, negated: true },
};

/** Escapes that XPath knows; a dialect that is not strict leaves others to the library. */
const strictEscapes = /^[nrt\\|.\-^?*+{}()[\]$sSiIcCdDwWpP]$/;

/** Turns a pattern of XPath (or Java, as far as they agree) into one of RE2. */
export function translatePattern(pattern: string, flags: string, dialect: Dialect): string {
  const source = flags.includes('x') ? withoutSpace(pattern) : pattern;
  const anySign = flags.includes('s') ? '.' : '[^\\n\\r]';
  let made = '';
  for (let at = 0; at < source.length; ) {
    const sign = source.charAt(at);
    if (sign === '\\') {
      const escape = translateEscape(source, at, dialect, false);
      made += escape.text;
      at = escape.end;
    } else if (sign === '[') {
      const read = translateClass(source, at, dialect);
      made += read.text;
      at = read.end;
    } else {
      made += sign === '.' ? anySign : sign;
      at++;
    }
  }
  return made;
}

/** Flag x: spaces don't count outside of brackets. */
function withoutSpace(pattern: string): string {
  let depth = 0;
  let kept = '';
  for (let at = 0; at < pattern.length; at++) {
    const sign = pattern.charAt(at);
    const escaped = pattern.charAt(at - 1) === '\\';
    if (sign === '[' && !escaped) depth++;
    if (sign === ']' && !escaped) depth--;
    if (depth > 0 || !/[ \t\r\n]/.test(sign)) kept += sign;
  }
  return kept;
}

interface Piece {
  readonly text: string;
  readonly end: number;
}

/** An escape outside or inside of brackets. */
export function translateEscape(source: string, at: number, dialect: Dialect, inBrackets: boolean): Piece {
  const sign = source.charAt(at + 1);
  const wrap = (inside: string, negated: boolean): string => {
    if (inBrackets && negated) throw new PatternRefusal(`'\\${sign}' is not available in brackets`);
    return inBrackets ? inside : `[${negated ? '^' : ''}${inside}]`;
  };
  if (/[1-9]/.test(sign) && !inBrackets) throw new PatternRefusal('back-references are not available: patterns match in linear time');
  const known = classes[sign];
  if (known) return { text: wrap(known.inside, known.negated), end: at + 2 };
  if (sign === 'p' || sign === 'P') {
    const block = /^\{Is([^}]+)\}/.exec(source.slice(at + 2));
    const inside = block && blocks[block[1] ?? ''];
    if (block && inside) return { text: wrap(inside, sign === 'P'), end: at + 2 + block[0].length };
  }
  if (dialect === 'standard' && !strictEscapes.test(sign) && /[\p{L}\p{N}]/u.test(sign)) throw new PatternRefusal(`'\\${sign}' is no escape`);
  if (sign === 'Z') return { text: '\\z', end: at + 2 };
  return { text: `\\${sign}`, end: at + 2 };
}

function translateClass(source: string, at: number, dialect: Dialect): Piece {
  const read: ClassReading = readClass(source, at, (position) => translateEscape(source, position, dialect, true));
  return { text: read.text, end: read.end };
}
