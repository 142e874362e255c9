import { parseNumber } from '../decimal.ts';
import type { ContextEntry, Expression } from './ast.ts';
import { isDigit } from './characters.ts';
import { grow } from './grow.ts';
import { plainName } from './names.ts';
import { parseAdditive, parseAny, parseControlFlow } from './parse-expression.ts';
import { readString } from './read-string.ts';
import type { Reader } from './reader.ts';
import { takeUsedName } from './take-name.ts';

/** A literal, a name, a list, a range, a context, or an expression in parentheses. */
export function parsePrimary(reader: Reader): Expression {
  const code = reader.code();
  if (code === 34) return leaf({ kind: 'string', value: readString(reader) });
  if (isDigit(code) || (code === 46 && isDigit(reader.code(1)))) return parseNumeral(reader);
  if (code === 64) return parseTemporal(reader);
  if (code === 40) return parseParenthesis(reader);
  if (code === 91) return parseListOrRange(reader);
  if (code === 93) return parseOpenRange(reader);
  if (code === 123) return parseContext(reader);
  return parseWord(reader);
}

const leaf = (node: Parameters<typeof grow>[0]): Expression => grow(node, []);

function parseNumeral(reader: Reader): Expression {
  const pattern = /(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?/y;
  pattern.lastIndex = reader.position;
  const text = pattern.exec(reader.source)?.[0] ?? '';
  const value = parseNumber(text);
  if (value === null) reader.fail(`${text} is beyond the range of numbers`);
  reader.position += text.length;
  reader.skipSpace();
  return leaf({ kind: 'number', value });
}

function parseTemporal(reader: Reader): Expression {
  reader.expect('@');
  if (reader.code() !== 34) reader.unexpected('a text in quotes');
  return leaf({ kind: 'temporal', text: readString(reader) });
}

/** `( expression )`, or a range that begins open. */
function parseParenthesis(reader: Reader): Expression {
  reader.expect('(');
  const inner = reader.withRangeEnd(false, () => parseAny(reader));
  if (reader.takes('..')) return parseRangeEnd(reader, inner, false);
  reader.expect(')');
  return inner;
}

function parseOpenRange(reader: Reader): Expression {
  reader.expect(']');
  const start = reader.withRangeEnd(false, () => parseAdditive(reader));
  reader.expect('..');
  return parseRangeEnd(reader, start, false);
}

function parseListOrRange(reader: Reader): Expression {
  reader.expect('[');
  if (reader.takes(']')) return leaf({ kind: 'list', items: [] });
  return reader.withRangeEnd(false, () => {
    const items = [parseAny(reader)];
    const [first] = items;
    if (first && reader.takes('..')) return parseRangeEnd(reader, first, true);
    while (reader.takes(',')) items.push(parseAny(reader));
    reader.expect(']');
    return grow({ kind: 'list', items }, items);
  });
}

function parseRangeEnd(reader: Reader, start: Expression, startIncluded: boolean): Expression {
  const end = reader.nested(() => reader.withRangeEnd(true, () => parseAdditive(reader)));
  const closed = reader.takes(']');
  if (!closed && !reader.takes(')') && !reader.takes('[')) reader.unexpected("']', ')' or '[' at the end of the range");
  return grow({ kind: 'range', start, startIncluded, end, endIncluded: closed }, [start, end]);
}

function parseContext(reader: Reader): Expression {
  reader.expect('{');
  const entries: ContextEntry[] = [];
  return reader.withNames(() => {
    while (!reader.takes('}')) {
      if (entries.length > 0) reader.expect(',');
      const name = takeKey(reader);
      reader.expect(':');
      reader.properties.add(name);
      entries.push({ name, value: reader.withRangeEnd(false, () => parseAny(reader)) });
      reader.names.add(name);
    }
    return grow({ kind: 'context', entries }, entries.map(({ value }) => value));
  });
}

/** A key in quotes, in backticks, or any text up to the colon. */
function takeKey(reader: Reader): string {
  if (reader.code() === 34) return readString(reader);
  const escaped = reader.takeEscapedName();
  if (escaped !== null) return escaped;
  const pattern = /[^"{}:,[\]`]+/y;
  pattern.lastIndex = reader.position;
  const name = plainName(pattern.exec(reader.source)?.[0] ?? '');
  if (name === '') reader.unexpected('a key');
  reader.position = pattern.lastIndex;
  return name;
}

function parseWord(reader: Reader): Expression {
  if (reader.code() === 63 && !/[\p{ID_Start}]/u.test(reader.source[reader.position + 1] ?? '')) {
    reader.expect('?');
    return leaf({ kind: 'input' });
  }
  if (reader.names.match(reader.source, reader.position)) return leaf({ kind: 'name', name: takeUsedName(reader, 'names') ?? '' });
  if (reader.takesWord('null')) return leaf({ kind: 'null' });
  if (reader.takesWord('true')) return leaf({ kind: 'boolean', value: true });
  if (reader.takesWord('false')) return leaf({ kind: 'boolean', value: false });
  for (const operator of ['and', 'or']) {
    if (reader.seesWord(operator) && /^\w+\s*\(/.test(reader.source.slice(reader.position, reader.position + 40))) {
      reader.takesWord(operator);
      return leaf({ kind: 'name', name: operator });
    }
  }
  if (reader.seesWord('not') && !/^not\s*\(/.test(reader.source.slice(reader.position, reader.position + 40))) reader.unexpected("'not(' and an expression");
  const name = takeFunctionName(reader) ?? takeUsedName(reader, 'names');
  if (name !== null) return leaf({ kind: 'name', name });
  return parseControlFlow(reader) ?? reader.unexpected('an expression');
}

const namesOfReservedWords = ['date and time', 'years and months duration', 'get or else', 'business days between'].map((name) => ({
  name,
  pattern: new RegExp(`${name.replaceAll(' ', '\\s+')}(?=\\s*\\()`, 'uy'),
}));

/** Built-in functions whose names hold a reserved word. */
function takeFunctionName(reader: Reader): string | null {
  for (const { name, pattern } of namesOfReservedWords) {
    pattern.lastIndex = reader.position;
    const match = pattern.exec(reader.source);
    if (match) {
      reader.position += match[0].length;
      reader.skipSpace();
      return name;
    }
  }
  return null;
}
