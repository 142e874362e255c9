/** Third-party cases of DMN and FEEL, found in a folder and run against the kernel. */
export { runCasesIn, type CaseGroup } from './collect-cases.ts';
export type { CaseReport, Outcome } from './outcome.ts';
