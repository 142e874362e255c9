import type { Reader } from './reader.ts';

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', "'": "'", '"': '"', '\\': '\\' };

/** Takes a text in quotes. An escape that is none (`\d`) stays as written, so that patterns need no doubling. */
export function readString(reader: Reader): string {
  const start = reader.position++;
  let text = '';
  for (;;) {
    const sign = reader.source[reader.position];
    if (sign === undefined) reader.fail('the text in quotes does not end', start);
    reader.position++;
    if (sign === '"') break;
    text += sign === '\\' ? readEscape(reader) : sign;
  }
  reader.skipSpace();
  return text;
}

function readEscape(reader: Reader): string {
  const code = /(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{6}))/y;
  code.lastIndex = reader.position;
  const match = code.exec(reader.source);
  const point = match && Number.parseInt(match[1] ?? match[2] ?? '', 16);
  if (match && point !== null && point <= 0x10ffff) {
    reader.position += match[0].length;
    return String.fromCodePoint(point);
  }
  const sign = reader.source[reader.position] ?? '';
  const escaped = escapes[sign];
  if (escaped === undefined) return '\\';
  reader.position++;
  return escaped;
}
