import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { statementFiles } from './files.ts';

const store = join(import.meta.dirname, '../../src/store');

test('the SQL beside each repository is what it sends (else: node engine/scripts/write-statements.ts)', async () => {
  const committed = readdirSync(store, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.sql')).toSorted();
  const written = await statementFiles();
  expect(committed).toEqual([...written.keys()].toSorted());
  for (const [path, text] of written) expect(readFileSync(join(store, path), 'utf8'), path).toBe(text);
});
