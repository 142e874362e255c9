import { Decimal } from 'decimal.js';
import { RE2JS } from 're2js';
import { expect, it } from 'vitest';
import { feel } from './expect-feel.ts';
import * as door from './index.ts';

/** As a host does that shares modules between workflows. */
function freezeDeeply(value: unknown, seen = new Set<unknown>()): void {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null || seen.has(value)) return;
  seen.add(value);
  for (const key of Reflect.ownKeys(value)) freezeDeeply(Object.getOwnPropertyDescriptor(value, key)?.value, seen);
  if (!ArrayBuffer.isView(value)) Object.freeze(value);
}

it('calculates when what modules export is frozen', () => {
  for (const shared of [Decimal, RE2JS, { ...door }]) freezeDeeply(shared);
  expect(feel('[log(exp(1.5)) > 1, 2 ** 0.5 > 1.41, matches("abbb", "ab+"), sum(0.1, 0.2), @"2026-02-16T00:00:00@Asia/Shanghai".time offset]')).toBe('[true, true, true, 0.3, PT8H]');
});
