import { isNamePart, isNameStart, isSpace } from './characters.ts';

/**
 * Names that are more than one identifier: `Full Name`, `a-b`, `date and time`.
 * Two spellings that differ in spaces around words and signs only are one name (DMN 10.3.1.2).
 */
export class KnownNames {
  private readonly byFirst: Map<string, { readonly name: string; readonly tokens: readonly string[] }[]>;

  constructor(names: Iterable<string> = []) {
    this.byFirst = new Map();
    for (const name of names) this.add(name);
  }

  add(name: string): void {
    const tokens = tokensOf(name);
    const [first] = tokens;
    if (first === undefined || tokens.length === 1) return;
    const others = this.byFirst.get(first) ?? [];
    if (others.some((other) => other.name === name)) return;
    this.byFirst.set(first, [...others, { name, tokens }].sort((a, b) => b.tokens.length - a.tokens.length));
  }

  addAll(others: KnownNames): void {
    for (const names of others.byFirst.values()) for (const { name } of names) this.add(name);
  }

  copy(): KnownNames {
    const copy = new KnownNames();
    for (const [first, names] of this.byFirst) copy.byFirst.set(first, names);
    return copy;
  }

  /** The longest known name that stands at a position, and where it ends. */
  match(source: string, position: number): { readonly name: string; readonly end: number } | null {
    if (this.byFirst.size === 0) return null;
    const first = tokenAt(source, position);
    for (const { name, tokens } of (first && this.byFirst.get(first)) || []) {
      const end = matchTokens(source, position, tokens);
      if (end !== null) return { name, end };
    }
    return null;
  }
}

function matchTokens(source: string, position: number, tokens: readonly string[]): number | null {
  let at = position;
  for (const token of tokens) {
    while (at < source.length && isSpace(source.charCodeAt(at))) at++;
    if (tokenAt(source, at) !== token) return null;
    at += token.length;
  }
  return at;
}

/** The word or single sign at a position. */
function tokenAt(source: string, position: number): string {
  const start = source.codePointAt(position);
  if (start === undefined) return '';
  let end = position + (start > 0xffff ? 2 : 1);
  if (!isNamePart(start) && !isNameStart(start)) return source.slice(position, end);
  for (let code = source.codePointAt(end); code !== undefined && isNamePart(code); code = source.codePointAt(end)) end += code > 0xffff ? 2 : 1;
  return source.slice(position, end);
}

function tokensOf(name: string): string[] {
  const tokens: string[] = [];
  for (let at = 0; at < name.length; ) {
    if (isSpace(name.charCodeAt(at))) at++;
    else {
      const token = tokenAt(name, at);
      tokens.push(token);
      at += token.length;
    }
  }
  return tokens;
}

/** A name without needless spaces, so that spellings compare. */
export const plainName = (name: string): string => name.trim().replace(/\s+/gu, ' ');
