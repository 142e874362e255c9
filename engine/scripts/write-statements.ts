/** Writes the SQL of the store's repositories beside them, for whoever reviews a change. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { statementFiles } from '../test/statements/files.ts';

for (const [path, text] of await statementFiles()) writeFileSync(join(import.meta.dirname, '../src/store', path), text);
