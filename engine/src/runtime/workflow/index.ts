/** What a worker registers: every export that is a function is a workflow type. */
export { process } from './process.ts';
