import type { Dialect } from '../run.ts';
import { isNamePart, isNameStart, isSpace } from './characters.ts';
import { KnownNames } from './names.ts';

/** Why a text is no expression. */
export interface FeelSyntaxError {
  readonly message: string;
  /** Index of the character at which reading stopped. */
  readonly position: number;
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1. */
  readonly column: number;
}

/** Ends the reading of a text; caught at its door and turned into a value. */
export class SyntaxFailure extends Error {
  readonly position: number;
  constructor(message: string, position: number) {
    super(message);
    this.position = position;
  }
}

const longestSource = 100_000;
const deepestNesting = 200;
export const tallestTree = 1_000;

/** Words that end a name and can't be one. */
export const reservedWords: ReadonlySet<string> = new Set([
  'null', 'true', 'false', 'function', 'in', 'return', 'then', 'else', 'satisfies', 'and', 'or', 'if', 'for', 'some', 'every', 'between',
]);

/** A position in the text, and the names known at it. */
export class Reader {
  readonly source: string;
  readonly dialect: Dialect;
  position = 0;
  private nesting = 0;
  private reads = 0;
  /** Whether the end of a range is being read, so that a `[` may close it. */
  endsRange = false;
  /** Whether unary tests are being read. */
  inTests = false;
  /** Names that may stand where a variable may. */
  names: KnownNames;
  /** Names that may stand after a dot. */
  readonly properties: KnownNames;

  constructor(source: string, dialect: Dialect, names: Iterable<string>, properties: Iterable<string>) {
    if (source.length > longestSource) throw new SyntaxFailure(`The expression is longer than ${longestSource} characters.`, longestSource);
    this.source = source;
    this.dialect = dialect;
    this.names = new KnownNames(names);
    this.properties = new KnownNames(properties);
    this.skipSpace();
  }

  fail(message: string, position = this.position): never {
    throw new SyntaxFailure(message, position);
  }

  /** Refuses, naming what stands here instead. */
  unexpected(expected: string): never {
    const found = this.position >= this.source.length ? 'the end' : `'${this.source.slice(this.position, this.position + 20).split('\n')[0]}'`;
    this.fail(`expected ${expected} but found ${found}`);
  }

  get ended(): boolean {
    return this.position >= this.source.length;
  }

  code(offset = 0): number {
    return this.source.codePointAt(this.position + offset) ?? -1;
  }

  skipSpace(): void {
    for (;;) {
      const code = this.source.charCodeAt(this.position);
      if (isSpace(code)) this.position++;
      else if (code === 47 && this.source.startsWith('//', this.position)) this.skipTo('\n', 2, false);
      else if (code === 47 && this.source.startsWith('/*', this.position)) this.skipTo('*/', 2, true);
      else return;
    }
  }

  private skipTo(end: string, from: number, required: boolean): void {
    const at = this.source.indexOf(end, this.position + from);
    if (at < 0 && required) this.fail('the comment does not end');
    this.position = at < 0 ? this.source.length : at + end.length;
  }

  /** Whether a sign stands here. */
  sees(sign: string): boolean {
    return this.source.startsWith(sign, this.position);
  }

  /** Takes a sign, and the space after it, if it stands here. */
  takes(sign: string): boolean {
    if (!this.sees(sign)) return false;
    this.position += sign.length;
    this.skipSpace();
    return true;
  }

  expect(sign: string): void {
    if (!this.takes(sign)) this.unexpected(`'${sign}'`);
  }

  /** Whether a whole word stands here. */
  seesWord(word: string): boolean {
    if (!this.sees(word)) return false;
    const after = this.source.codePointAt(this.position + word.length);
    return after === undefined || !isNamePart(after);
  }

  takesWord(word: string): boolean {
    if (!this.seesWord(word)) return false;
    this.position += word.length;
    this.skipSpace();
    return true;
  }

  expectWord(word: string): void {
    if (!this.takesWord(word)) this.unexpected(`'${word}'`);
  }

  /** The identifier that begins here, without moving; empty where none does. */
  peekIdentifier(at = this.position): string {
    const start = this.source.codePointAt(at);
    if (start === undefined || !isNameStart(start)) return '';
    let end = at + (start > 0xffff ? 2 : 1);
    for (let code = this.source.codePointAt(end); code !== undefined && isNamePart(code); code = this.source.codePointAt(end)) end += code > 0xffff ? 2 : 1;
    return this.source.slice(at, end);
  }

  /** Takes a name in backticks, which may hold any sign. */
  takeEscapedName(): string | null {
    if (!this.sees('`')) return null;
    const end = this.source.indexOf('`', this.position + 1);
    if (end < 0) this.fail('the name in backticks does not end');
    if (end === this.position + 1) this.fail('the name in backticks is empty');
    const name = this.source.slice(this.position + 1, end);
    this.position = end + 1;
    this.skipSpace();
    return name;
  }

  /** Runs a reading one level deeper; bounded, so that no text overflows the stack. */
  nested<T>(read: () => T): T {
    if (++this.reads > 1_000 + 4 * this.source.length) this.fail('the expression takes too long to read');
    if (++this.nesting > deepestNesting) this.fail(`the expression nests deeper than ${deepestNesting} levels`);
    const value = read();
    this.nesting--;
    return value;
  }

  /** Runs a reading inside or outside the end of a range. */
  withRangeEnd<T>(endsRange: boolean, read: () => T): T {
    const outer = this.endsRange;
    this.endsRange = endsRange;
    const value = read();
    this.endsRange = outer;
    return value;
  }

  /** Runs a reading in which more names are known. */
  withNames<T>(read: () => T): T {
    const outer = this.names;
    this.names = outer.copy();
    const value = read();
    this.names = outer;
    return value;
  }
}

export function describeFailure(source: string, failure: SyntaxFailure): FeelSyntaxError {
  const before = source.slice(0, failure.position).split('\n');
  return { message: failure.message, position: failure.position, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
