import type { Expression, Iterator } from './ast.ts';
import { grow } from './grow.ts';
import { parseAdditive, parseAny } from './parse-expression.ts';
import type { Reader } from './reader.ts';
import { takeDeclaredName } from './take-name.ts';

/** The part after `if`. */
export function parseConditional(reader: Reader): Expression {
  const condition = parseAny(reader);
  reader.expectWord('then');
  const then = parseAny(reader);
  reader.expectWord('else');
  const otherwise = parseAny(reader);
  return grow({ kind: 'if', condition, then, otherwise }, [condition, then, otherwise]);
}

/** The part after `for`. */
export function parseFor(reader: Reader): Expression {
  return reader.withNames(() => {
    const iterators = parseIterators(reader);
    reader.expectWord('return');
    const body = parseAny(reader);
    return grow({ kind: 'for', iterators, body }, [...iterators.flatMap(sourcesOf), body]);
  });
}

/** The part after `some` or `every`. */
export function parseQuantified(reader: Reader, kind: 'some' | 'every'): Expression {
  return reader.withNames(() => {
    const iterators = parseIterators(reader);
    reader.expectWord('satisfies');
    const body = parseAny(reader);
    return grow({ kind, iterators, body }, [...iterators.flatMap(sourcesOf), body]);
  });
}

export const sourcesOf = (iterator: Iterator): readonly Expression[] =>
  'source' in iterator ? [iterator.source] : [iterator.from, iterator.to];

function parseIterators(reader: Reader): Iterator[] {
  const iterators = [parseIterator(reader)];
  while (reader.takes(',')) iterators.push(parseIterator(reader));
  return iterators;
}

function parseIterator(reader: Reader): Iterator {
  const name = takeDeclaredName(reader, (r) => r.seesWord('in'));
  reader.expectWord('in');
  const source = parseAny(reader);
  const iterator = reader.takes('..') ? { name, from: source, to: parseAdditive(reader) } : { name, source };
  reader.names.add(name);
  return iterator;
}
