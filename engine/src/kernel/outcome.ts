import type { IncidentType } from './commands.ts';
import { failure, success, type Result } from './feel/index.ts';
import type { ThrownError } from './snapshot.ts';

/** Why an element can't go on: what its incident says. */
export interface Failure {
  readonly incidentType: IncidentType;
  /** In plain words, naming the expression and its inputs where there is one. */
  readonly message: string;
  /** Error that found nobody to catch it. */
  readonly error?: ThrownError;
}

/** Where an element stands after one of its lifecycle words: it waits for something, or it is through. */
export type Progress = 'waits' | 'done';

export type Outcome = Result<Progress, Failure>;

export const waits: Outcome = success('waits');
export const done: Outcome = success('done');

export const fail = (incidentType: IncidentType, message: string): { readonly ok: false; readonly error: Failure } =>
  failure({ incidentType, message });

export { success, type Result };
