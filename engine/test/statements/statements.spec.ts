import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as door from '../../src/store/index.ts';
import { statementFiles } from './files.ts';
import { samples, withoutSample } from './samples.ts';

const store = join(import.meta.dirname, '../../src/store');

test('the SQL beside each repository is what it sends (else: node engine/scripts/write-statements.ts)', async () => {
  const committed = readdirSync(store, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.sql')).toSorted();
  const written = await statementFiles();
  expect(committed).toEqual([...written.keys()].toSorted());
  for (const [path, text] of written) expect(readFileSync(join(store, path), 'utf8'), path).toBe(text);
});

test('every function at the door that asks the database has a sample', () => {
  const sampled = new Set(samples.map(({ name }) => name.split(':')[0]));
  const functions = Object.entries(door).filter(([, value]) => typeof value === 'function').map(([name]) => name);
  expect(functions.filter((name) => !sampled.has(name) && !withoutSample.has(name))).toEqual([]);
});
