import type { ProcessTestReport } from '../run-process-tests.ts';

/** The result with its coverage as JSON text. */
export const reportJson = (report: ProcessTestReport): string => JSON.stringify(report, null, 2);
