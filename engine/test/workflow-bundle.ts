import { createHash, randomBytes } from 'node:crypto';
import { existsSync, globSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflows } from '../src/runtime/bundle.ts';

const sources = fileURLToPath(new URL('../src', import.meta.url));

/** The workflow bundle of the sources as they are, made once for all test files. @returns its path. */
export async function workflowBundle(): Promise<string> {
  const hash = createHash('sha256');
  for (const file of globSync('{kernel,runtime}/**/*.ts', { cwd: sources, exclude: (name) => /(spec|itest)\.ts$/.test(name) }).toSorted()) {
    hash.update(file).update(readFileSync(join(sources, file)));
  }
  const path = join(tmpdir(), `loopwright-workflows-${hash.digest('hex').slice(0, 16)}.js`);
  if (!existsSync(path)) {
    const draft = `${path}.${randomBytes(4).toString('hex')}`;
    writeFileSync(draft, (await bundleWorkflows()).code);
    renameSync(draft, path);
  }
  return path;
}
