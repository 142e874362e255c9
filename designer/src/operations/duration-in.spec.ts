import { expect, it } from 'vitest';
import { durationIn } from './duration-in.ts';

it.each([
  [0, '0ms'],
  [1_500, '1s'],
  [65_000, '1m 5s'],
  [7_200_000, '2h'],
  [90_061_000, '1d 1h'],
])('%i ms is %s', (milliseconds, said) => {
  expect(durationIn('en', milliseconds)).toBe(said);
});

it('is said in Chinese', () => {
  expect(durationIn('zh-CN', 65_000)).toBe('1分钟 5秒');
});
