import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { FeelEnvironment } from '../../kernel/feel/index.ts';
import { isDecisionTest, runDecisionTests } from './decision-tests.ts';
import { readFeelPairs, runFeelPairs } from './feel-pairs.ts';
import type { CaseReport } from './outcome.ts';
import { runProcessTestsIn } from './process-tests.ts';

/** The cases of one kind in one place. */
export interface CaseGroup {
  readonly kind: 'decision tests' | 'FEEL pairs' | 'process tests';
  /** Folder or file, relative to the one asked for. */
  readonly place: string;
  readonly cases: readonly CaseReport[];
}

/** Steps that one case may take. */
const stepsPerCase = 1_000_000;

const environment = (): FeelEnvironment => ({ now: Date.now(), zone: 'UTC', budget: { steps: stepsPerCase } });

/**
 * Finds and runs all that a folder holds: folders of DMN models with test files beside them, JSON files of FEEL pairs,
 * and process tests with what lies beside them.
 */
export async function* runCasesIn(root: string): AsyncGenerator<CaseGroup> {
  for (const folder of foldersIn(root)) {
    const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile()).map(({ name }) => name).sort();
    const text = (name: string): string => readFileSync(join(folder, name), 'utf8');
    const texts = (ending: string): Map<string, string> => new Map(names.filter((name) => name.endsWith(ending)).map((name) => [name, text(name)]));
    const place = relative(root, folder) || '.';
    const tests = new Map([...texts('.xml')].filter(([, content]) => isDecisionTest(content)));
    if (tests.size > 0) yield { kind: 'decision tests', place, cases: runDecisionTests({ name: place, models: texts('.dmn'), tests }, environment) };
    for (const name of names.filter((one) => one.endsWith('.json'))) {
      const pairs = readFeelPairs(parse(text(name)));
      if (pairs) yield { kind: 'FEEL pairs', place: join(place, name), cases: runFeelPairs(pairs, environment) };
    }
  }
  for (const { file, cases } of await runProcessTestsIn(root)) yield { kind: 'process tests', place: relative(root, file), cases };
}

function* foldersIn(root: string): Generator<string> {
  yield root;
  for (const entry of readdirSync(root, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.isDirectory() && entry.name !== 'node_modules') yield* foldersIn(join(root, entry.name));
  }
}

/** Null for a file that is no JSON: it holds no pairs. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
