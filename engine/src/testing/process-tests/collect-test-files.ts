import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { ResourceFile } from '../host/definitions.ts';
import { readTestFile, type TestCase } from './read-test-file.ts';

/** A test file with what is deployed for it. */
export interface CollectedTests {
  readonly file: string;
  readonly cases: readonly TestCase[];
  readonly resources: readonly ResourceFile[];
}

/** The test files in files and folders, each with the drawings, decisions and forms that lie beside it and in `resources`. */
export async function collectTestFiles(paths: readonly string[], resources: readonly string[]): Promise<readonly CollectedTests[]> {
  const files = (await Promise.all(paths.map((path) => filesIn(path)))).flat().filter((path) => path.endsWith('.json'));
  const shared = await readResources((await Promise.all(resources.map((path) => filesIn(path)))).flat());
  const collected = await Promise.all(files.map((file) => collect(file, shared)));
  return collected.filter((tests) => tests !== null);
}

async function collect(file: string, shared: readonly ResourceFile[]): Promise<CollectedTests | null> {
  const cases = readTestFile(parse(await readFile(file, 'utf8')));
  if (!cases) return null;
  const folder = dirname(file);
  const beside = await readResources((await readdir(folder)).map((name) => join(folder, name)));
  const names = new Set(beside.map(({ name }) => name));
  return { file, cases, resources: [...beside, ...shared.filter(({ name }) => !names.has(name))] };
}

async function filesIn(path: string): Promise<readonly string[]> {
  if (!(await stat(path)).isDirectory()) return [path];
  const entries = await readdir(path, { withFileTypes: true });
  const inside = entries.filter(({ name }) => name !== 'node_modules' && !name.startsWith('.')).sort((a, b) => (a.name < b.name ? -1 : 1));
  return (await Promise.all(inside.map(({ name }) => filesIn(join(path, name))))).flat();
}

async function readResources(paths: readonly string[]): Promise<readonly ResourceFile[]> {
  const candidates = paths.filter((path) => /\.(bpmn|dmn|form|json)$/.test(path));
  const read = await Promise.all(candidates.map(async (path) => ({ name: basename(path), text: await readFile(path, 'utf8') })));
  return read.filter(({ name, text }) => !name.endsWith('.json') || isForm(parse(text)));
}

const isForm = (json: unknown): boolean => typeof json === 'object' && json !== null && 'components' in json;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
