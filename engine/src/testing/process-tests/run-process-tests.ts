import { TestHost, type TestHostOptions } from '../host/test-host.ts';
import { collectTestFiles, type CollectedTests } from './collect-test-files.ts';
import { CoverageGatherer, type ProcessCoverage } from './coverage.ts';
import { exampleDataOf } from './example-data.ts';
import { runBehaviours } from './instructions/conditional-behavior.ts';
import type { Failure, TestRun } from './instructions/instruction.ts';
import type { ProcessTestEngine } from './process-test-engine.ts';
import type { TestCase } from './read-test-file.ts';

export interface ProcessTestOptions extends TestHostOptions {
  /** Files and folders that are deployed with every test file, besides what lies beside it. */
  readonly resources?: readonly string[];
  /** A fresh engine for each case; the kernel in memory unless given. */
  readonly engine?: () => ProcessTestEngine | Promise<ProcessTestEngine>;
}

export interface ProcessTestReport {
  readonly files: readonly TestFileReport[];
  readonly coverage: readonly ProcessCoverage[];
  readonly passed: number;
  readonly failed: number;
}

export interface TestFileReport {
  readonly file: string;
  readonly cases: readonly TestCaseReport[];
}

export interface TestCaseReport {
  readonly name: string;
  readonly description: string | null;
  readonly failure: TestFailure | null;
  readonly milliseconds: number;
}

export interface TestFailure {
  /** Number of the instruction, from 1; null when deploying failed. */
  readonly instruction: number | null;
  readonly type: string;
  readonly message: string;
}

/**
 * Runs process tests in the CPT format (JSON test cases of Camunda Process Test, 8.9 and 8.10) found in files and folders.
 * Each case deploys what lies beside its file on an engine of its own.
 */
export async function runProcessTests(paths: readonly string[], options: ProcessTestOptions = {}): Promise<ProcessTestReport> {
  const { resources = [], engine = () => new TestHost(options) } = options;
  const coverage = new CoverageGatherer();
  const files: TestFileReport[] = [];
  for (const tests of await collectTestFiles(paths, resources)) {
    coverage.addProcesses(tests.resources);
    const cases: TestCaseReport[] = [];
    for (const testCase of tests.cases) cases.push(await runCase(testCase, tests, await engine(), coverage));
    files.push({ file: tests.file, cases });
  }
  const all = files.flatMap(({ cases }) => cases);
  const failed = all.filter(({ failure }) => failure !== null).length;
  return { files, coverage: coverage.result(), passed: all.length - failed, failed };
}

async function runCase({ name, description, instructions }: TestCase, { resources }: CollectedTests, engine: ProcessTestEngine, coverage: CoverageGatherer): Promise<TestCaseReport> {
  const began = performance.now();
  try {
    const failure = (await deploy(engine, resources)) ?? (await runInstructions(engine, instructions, resources));
    await coverage.addRun(engine);
    return { name, description, failure, milliseconds: performance.now() - began };
  } finally {
    await engine.close();
  }
}

async function deploy(engine: ProcessTestEngine, resources: CollectedTests['resources']): Promise<TestFailure | null> {
  const { deployed, findings } = await engine.deploy(resources);
  if (deployed) return null;
  const refused = findings.filter(({ severity }) => severity === 'error');
  const told = refused.map(({ file, line, elementId, message }) => `${file}:${line ?? 1}${elementId === null ? '' : ` ${elementId}`}: ${message}`);
  return { instruction: null, type: 'deploy', message: told.join('\n') };
}

async function runInstructions(engine: ProcessTestEngine, instructions: TestCase['instructions'], resources: CollectedTests['resources']): Promise<TestFailure | null> {
  const test: TestRun = { engine, patience: engine.patience, exampleDataOf: exampleDataOf(resources), behaviours: [] };
  for (const [index, instruction] of instructions.entries()) {
    const message = await asFailure(async () => (await instruction.run(test)) ?? (await runBehaviours(test)));
    if (message !== null) return { instruction: index + 1, type: instruction.type, message };
  }
  return null;
}

/** What the engine refuses is the failure of an instruction. */
async function asFailure(run: () => Promise<Failure>): Promise<Failure> {
  try {
    return await run();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
