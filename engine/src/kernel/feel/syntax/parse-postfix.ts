import type { Expression, InvocationArguments } from './ast.ts';
import { isDigit, isNameStart } from './characters.ts';
import { grow } from './grow.ts';
import { parseAny } from './parse-expression.ts';
import { parsePrimary } from './parse-primary.ts';
import type { Reader } from './reader.ts';
import { takeDeclaredName, takeUsedName } from './take-name.ts';

/** A value with all that may follow it: `.name`, `[filter]`, `(arguments)`. */
export function parsePostfix(reader: Reader): Expression {
  let value = parsePrimary(reader);
  for (;;) {
    if (reader.sees('.') && !reader.sees('..')) value = parsePath(reader, value);
    else if (reader.sees('[') && !(reader.endsRange && closesRange(reader))) value = parseFilter(reader, value);
    else if (reader.sees('(') && isCallable(value)) value = parseInvocation(reader, value);
    else return value;
  }
}

function parsePath(reader: Reader, source: Expression): Expression {
  reader.expect('.');
  const name = takeProperty(reader);
  if (name === null) reader.unexpected('the name of an entry');
  return grow({ kind: 'path', source, name }, [source]);
}

/** Properties of temporal values and ranges whose names are two words. */
const propertiesOfWords = /^(?:time\s+offset|(?:start|end)\s+included)(?![\p{ID_Continue}])/u;

/** After a dot even reserved words are names. */
function takeProperty(reader: Reader): string | null {
  const known = propertiesOfWords.exec(reader.source.slice(reader.position, reader.position + 40));
  if (known) {
    reader.position += known[0].length;
    reader.skipSpace();
    return known[0].replace(/\s+/, ' ');
  }
  const name = takeUsedName(reader, 'properties');
  if (name !== null) return name;
  const word = reader.peekIdentifier();
  reader.takesWord(word);
  return word || null;
}

function parseFilter(reader: Reader, source: Expression): Expression {
  reader.expect('[');
  const condition = reader.withNames(() => {
    reader.names.addAll(reader.properties);
    return reader.withRangeEnd(false, () => parseAny(reader));
  });
  reader.expect(']');
  return grow({ kind: 'filter', source, condition }, [source, condition]);
}

const isCallable = ({ kind }: Expression): boolean => !['null', 'boolean', 'number', 'string', 'temporal', 'list', 'context', 'range', 'input'].includes(kind);

function parseInvocation(reader: Reader, callee: Expression): Expression {
  reader.expect('(');
  const given = reader.withRangeEnd(false, () => parseArguments(reader));
  const children = 'positional' in given ? given.positional : given.named.map(({ value }) => value);
  return grow({ kind: 'invocation', callee, arguments: given }, [callee, ...children]);
}

function parseArguments(reader: Reader): InvocationArguments {
  if (reader.takes(')')) return { positional: [] };
  if (startsNamed(reader)) {
    const named = [parseNamedArgument(reader)];
    while (reader.takes(',')) named.push(parseNamedArgument(reader));
    reader.expect(')');
    return { named };
  }
  const positional = [parseAny(reader)];
  while (reader.takes(',')) positional.push(parseAny(reader));
  reader.expect(')');
  return { positional };
}

function startsNamed(reader: Reader): boolean {
  const rest = reader.source.slice(reader.position, reader.position + 200);
  return /^(?:`[^`]+`|[^\s"'`()[\]{},:@?-][^"`()[\]{},:]*)\s*:/u.test(rest);
}

function parseNamedArgument(reader: Reader): { readonly name: string; readonly value: Expression } {
  const name = takeDeclaredName(reader, () => false);
  reader.expect(':');
  return { name, value: parseAny(reader) };
}

const afterRange = new Set(['and', 'or', 'then', 'else', 'return', 'satisfies', 'in', 'between', 'instance']);

/** Whether the `[` here closes an open range: nothing that follows it could begin a filter. */
function closesRange(reader: Reader): boolean {
  let at = reader.position + 1;
  while (/\s/u.test(reader.source[at] ?? '')) at++;
  const next = reader.source[at];
  if (next === undefined || ')],}=!<>+*/;'.includes(next)) return true;
  if (next === '.') return !isDigit(reader.source.charCodeAt(at + 1));
  return isNameStart(reader.source.codePointAt(at) ?? 0) && afterRange.has(reader.peekIdentifier(at));
}
