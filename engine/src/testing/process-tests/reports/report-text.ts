import type { Covered } from '../coverage.ts';
import type { ProcessTestReport } from '../run-process-tests.ts';

/** What failed and where, for a terminal. */
export function reportText({ files, coverage, passed, failed }: ProcessTestReport, { withCoverage = false } = {}): string {
  const lines = files.flatMap(({ file, cases }) => [
    file,
    ...cases.flatMap(({ name, failure, milliseconds }) => [
      `  ${failure ? '✗' : '✓'} ${name} (${Math.round(milliseconds)} ms)`,
      ...(failure ? [`      ${failure.instruction === null ? 'deploying' : `instruction ${failure.instruction}, ${failure.type}`}: ${failure.message.replaceAll('\n', '\n      ')}`] : []),
    ]),
  ]);
  const covered = withCoverage ? coverage.flatMap(({ processId, elements, flows }) => [`${processId}: elements ${share(elements)}, flows ${share(flows)}`]) : [];
  return [...lines, ...covered, `${passed} passed, ${failed} failed`].join('\n');
}

const share = ({ covered, all, missed }: Covered): string =>
  `${covered} of ${all} (${all === 0 ? 100 : Math.floor((covered / all) * 100)} %)${missed.length > 0 ? `, missed: ${missed.join(' ')}` : ''}`;
