import type { Headers } from '../events.ts';
import type { ExpressionText } from './expression-text.ts';

/** Work that a job worker does (`zeebe:taskDefinition`, `zeebe:taskHeaders`). */
export interface JobModel {
  readonly jobType: ExpressionText;
  /** How often it is tried; 3 unless the drawing says otherwise. */
  readonly retries: ExpressionText;
  readonly headers?: Headers;
}
