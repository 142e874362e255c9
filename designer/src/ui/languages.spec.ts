import { expect, it } from 'vitest';
import { firstLanguage } from './languages.ts';

it.each([
  ['zh-CN', ['en-GB'], 'zh-CN'],
  [null, ['de-DE', 'zh-Hans-CN', 'en'], 'zh-CN'],
  [null, ['fr', 'en-US', 'zh'], 'en'],
  [null, ['fr'], 'en'],
  ['klingon', ['zh-TW'], 'zh-CN'],
] as const)('remembered %s, browser %j: %s', (remembered, preferred, language) => {
  expect(firstLanguage(remembered, preferred)).toBe(language);
});
