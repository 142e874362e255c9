import { expect, it } from 'vitest';
import english from './en/index.ts';
import chinese from './zh-CN/index.ts';

interface Texts {
  readonly [key: string]: string | Texts;
}

/** Keys with their path; the plural forms of a text count as one, as Chinese has but one. */
function keysOf(texts: Texts, path = ''): string[] {
  return Object.entries(texts).flatMap(([key, value]) => (typeof value === 'string' ? [`${path}${key.replace(/_(one|other)$/, '')}`] : keysOf(value, `${path}${key}.`)));
}

function textsOf(texts: Texts): string[] {
  return Object.values(texts).flatMap((value) => (typeof value === 'string' ? [value] : textsOf(value)));
}

const blanksIn = (texts: Texts, path = ''): [key: string, blanks: string][] =>
  Object.entries(texts).flatMap(([key, value]) => (typeof value === 'string' ? [[`${path}${key}`, (value.match(/\{\{\w+\}\}/g) ?? []).sort().join()] as [string, string]] : blanksIn(value, `${path}${key}.`)));

it('says everything in both languages', () => {
  expect([...new Set(keysOf(chinese))].sort()).toEqual([...new Set(keysOf(english))].sort());
});

it('says nothing with an empty text', () => {
  expect([...textsOf(english), ...textsOf(chinese)].filter((text) => text.trim() === '')).toEqual([]);
});

it('fills in the same things in both languages', () => {
  const inEnglish = new Map(blanksIn(english));
  const differing = blanksIn(chinese).filter(([key, blanks]) => inEnglish.get(key) !== blanks);
  expect(differing).toEqual([]);
});

it('is Chinese where it should be', () => {
  const untranslated = textsOf(chinese).filter((text) => !/\p{Script=Han}/u.test(text) && /[A-Za-z]{3}/.test(text.replaceAll(/\{\{\w+\}\}/g, '')));
  expect(untranslated).toEqual([]);
});
