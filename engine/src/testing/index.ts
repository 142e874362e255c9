/** The in-memory host on a virtual clock, and the process-test runner. */
export type { Deployment, ResourceFile } from './host/definitions.ts';
export type { InstanceOptions } from './host/held-instance.ts';
export { TestHostError } from './host/host-error.ts';
export type { PublishedMessage } from './host/message-exchange.ts';
export { TestHost, type TestHostOptions } from './host/test-host.ts';
export type * from './host/views.ts';
export type { Covered, ProcessCoverage } from './process-tests/coverage.ts';
export type { Answer, ProcessTestEngine } from './process-tests/process-test-engine.ts';
export { reportJson } from './process-tests/reports/report-json.ts';
export { reportJunit } from './process-tests/reports/report-junit.ts';
export { reportText } from './process-tests/reports/report-text.ts';
export { runProcessTests, type ProcessTestOptions, type ProcessTestReport, type TestCaseReport, type TestFailure, type TestFileReport } from './process-tests/run-process-tests.ts';
