import { isNamePart } from './characters.ts';
import { plainName } from './names.ts';
import { reservedWords, type Reader } from './reader.ts';

/** Takes a name that is being declared: everything up to where `ends` says, or one in backticks. */
export function takeDeclaredName(reader: Reader, ends: (reader: Reader) => boolean): string {
  const escaped = reader.takeEscapedName();
  if (escaped !== null) return escaped;
  const start = reader.position;
  let afterWord = false;
  while (!reader.ended && (afterWord || !ends(reader)) && !'"{}()[],;:`'.includes(reader.source[reader.position] ?? '')) {
    const code = reader.code();
    afterWord = isNamePart(code);
    reader.position += code > 0xffff ? 2 : 1;
  }
  const name = plainName(reader.source.slice(start, reader.position));
  if (name === '') reader.unexpected('a name');
  reader.skipSpace();
  return name;
}

/**
 * Takes a name that is being used: one in backticks, the longest one known here, or an identifier.
 * More words than one that are no known name are a name before `(`, and anywhere in the DMN standard's dialect.
 */
export function takeUsedName(reader: Reader, known: 'names' | 'properties'): string | null {
  const escaped = reader.takeEscapedName();
  if (escaped !== null) return escaped;
  const match = reader[known].match(reader.source, reader.position);
  if (match) {
    reader.position = match.end;
    reader.skipSpace();
    return match.name;
  }
  const first = reader.peekIdentifier();
  if (first === '') return null;
  const start = reader.position;
  reader.position += first.length;
  const end = reader.position;
  reader.skipSpace();
  if (reservedWords.has(first)) {
    reader.position = start;
    return null;
  }
  return takeMoreWords(reader, first, end);
}

function takeMoreWords(reader: Reader, first: string, end: number): string {
  const afterFirst = reader.position;
  if (afterFirst === end) return first;
  const words = [first];
  for (let word = reader.peekIdentifier(); word !== '' && !endsName(reader, word); word = reader.peekIdentifier()) {
    words.push(word);
    reader.position += word.length;
    reader.skipSpace();
  }
  if (words.length === 1 || reader.sees('(') || reader.dialect === 'standard') return words.join(' ');
  reader.fail(`'${words.slice(0, 5).join(' ')}' is no known name; a name with spaces is written in backticks`, afterFirst);
}

const endsName = (reader: Reader, word: string): boolean => reservedWords.has(word) || (word === 'instance' && /^instance\s+of\b/.test(reader.source.slice(reader.position, reader.position + 40)));
