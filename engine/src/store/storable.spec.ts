import fc from 'fast-check';
import { expect, test } from 'vitest';
import { storableJson, storableText } from './storable.ts';

test('leaves alone what can be stored', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => {
    fc.pre(!/\\u(0000|d[89a-f])/.test(JSON.stringify(value)));
    expect(storableJson(value)).toBe(JSON.stringify(value));
  }));
});

test('replaces NUL and halves of surrogate pairs, also behind backslashes', () => {
  expect(JSON.parse(storableJson(['a\0b', '\ud800', 'x\udfff', '\\\0', '\\\\\0', '😀']))).toEqual(['a\ufffdb', '\ufffd', 'x\ufffd', '\\\ufffd', '\\\\\ufffd', '😀']);
  expect(storableText('a\0b')).toBe('a\ufffdb');
});

test('JSON text inside a string is a text like any other', () => {
  const inner = JSON.stringify(['\0', '\\u0000', '\ud800']);
  expect(JSON.parse(storableJson({ inner }))).toEqual({ inner });
});
