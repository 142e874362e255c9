import type { TypeExpression } from './ast.ts';
import type { Reader } from './reader.ts';
import { takeDeclaredName } from './take-name.ts';

const namesOfWords = ['day-time-duration', 'days-time-duration', 'year-month-duration', 'years-months-duration', 'years and months duration', 'days and time duration', 'days and time', 'years and months', 'date and time', 'date time'] as const;

/** A type after `instance of` or after a parameter. */
export function parseType(reader: Reader): TypeExpression {
  return reader.nested(() => {
    for (const name of namesOfWords) {
      if (takesWords(reader, name)) return { kind: 'named', name };
    }
    if (takesGeneric(reader, 'list')) return { kind: 'list', item: closing(reader, parseType(reader)) };
    if (takesGeneric(reader, 'range')) return { kind: 'range', item: closing(reader, parseType(reader)) };
    if (takesGeneric(reader, 'context')) return parseContextType(reader);
    if (takesGeneric(reader, 'function')) return parseFunctionType(reader);
    return { kind: 'named', name: takeTypeName(reader) };
  });
}

function takesWords(reader: Reader, name: string): boolean {
  const pattern = new RegExp(`${name.replaceAll(' ', '\\s+')}(?![\\p{ID_Continue}])`, 'uy');
  pattern.lastIndex = reader.position;
  const match = pattern.exec(reader.source);
  if (!match) return false;
  reader.position += match[0].length;
  reader.skipSpace();
  return true;
}

function takesGeneric(reader: Reader, word: string): boolean {
  const start = reader.position;
  if (reader.takesWord(word) && reader.takes('<')) return true;
  reader.position = start;
  return false;
}

function closing<T>(reader: Reader, value: T): T {
  reader.expect('>');
  return value;
}

function parseContextType(reader: Reader): TypeExpression {
  const entries: { name: string; type: TypeExpression }[] = [];
  while (!reader.takes('>')) {
    if (entries.length > 0) reader.expect(',');
    const name = takeDeclaredName(reader, () => false);
    reader.expect(':');
    entries.push({ name, type: parseType(reader) });
  }
  return { kind: 'context', entries };
}

function parseFunctionType(reader: Reader): TypeExpression {
  const parameters: TypeExpression[] = [];
  while (!reader.takes('>')) {
    if (parameters.length > 0) reader.expect(',');
    parameters.push(parseType(reader));
  }
  if (!reader.takes('->')) return { kind: 'function', parameters, result: { kind: 'named', name: 'Any' } };
  return { kind: 'function', parameters, result: parseType(reader) };
}

/** An identifier or a dotted name of a type in the model, which may hold spaces. */
function takeTypeName(reader: Reader): string {
  const escaped = reader.takeEscapedName();
  if (escaped !== null) return escaped;
  const match = reader.names.match(reader.source, reader.position);
  const name = match ? match.name : reader.peekIdentifier();
  if (name === '') reader.unexpected('a type');
  reader.position = match ? match.end : reader.position + name.length;
  if (reader.sees('.') && !reader.sees('..')) {
    reader.position++;
    return `${name}.${takeTypeName(reader)}`;
  }
  reader.skipSpace();
  return name;
}
