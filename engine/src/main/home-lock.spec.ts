import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openStateFolder, type StateFolder } from '../services/index.ts';
import { lockHome } from './home-lock.ts';

let state: StateFolder;
beforeEach(() => (state = openStateFolder(mkdtempSync(join(tmpdir(), 'loopwright-lock-')))));
afterEach(() => rmSync(state.path, { recursive: true }));

it('is held by one process, which a second start is told', () => {
  const lock = lockHome(state);
  expect(lock).toHaveProperty('release');
  expect(lockHome(state)).toEqual({ heldBy: process.pid });
});

it('is free again when released', () => {
  const lock = lockHome(state);
  if ('release' in lock) lock.release();
  expect(lockHome(state)).toHaveProperty('release');
});

it.each([
  ['a process that is gone', { pid: 2 ** 22 + 1, startedAt: '1' }],
  ['another process that got its number', { pid: process.pid, startedAt: 'some other time' }],
])('counts for nothing when it names %s', (_what, holder) => {
  writeFileSync(join(state.path, 'lock'), JSON.stringify(holder));
  expect(lockHome(state)).toHaveProperty('release');
});
