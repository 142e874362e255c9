import { runProcessTests, type TestFailure } from '../process-tests/run-process-tests.ts';
import { failedCase, passed, refusedCase, type CaseReport, type Outcome } from './outcome.ts';

/** Runs the process tests of a folder on the kernel in memory; a case whose files are refused at deployment is refused. */
export async function runProcessTestsIn(folder: string): Promise<readonly { readonly file: string; readonly cases: readonly CaseReport[] }[]> {
  const { files } = await runProcessTests([folder]);
  return files.map(({ file, cases }) => ({ file, cases: cases.map(({ name, failure }) => ({ id: name, outcome: outcomeOf(failure) })) }));
}

function outcomeOf(failure: TestFailure | null): Outcome {
  if (!failure) return passed;
  const { instruction, type, message } = failure;
  return instruction === null ? refusedCase('refused at deployment', message) : failedCase(type, `instruction ${instruction}: ${message}`);
}
