/** The server's check of submissions: the pure passes, and Form.io's own conditions and rules in a thread with a time limit. */
import { concludeSubmission, readSubmission, refused, type CheckedSubmission, type Submission } from './check-submission.ts';
import { coreProblems } from './core/core-problems.ts';
import { FormThread } from './core/form-thread.ts';
import { toFormData } from './values/form-data.ts';

export interface FormChecker {
  checkSubmission(submission: Submission): Promise<CheckedSubmission>;
  /** Ends the thread. */
  close(): Promise<void>;
}

export interface FormCheckerOptions {
  /** Milliseconds that one submission may take; 2,000 unless said. */
  readonly timeLimit?: number;
  /** Told why a submission could not be evaluated: a form that runs too long, or a bug of ours. */
  readonly onFailure?: (formId: string, failure: string) => void;
}

export function openFormChecker({ timeLimit = 2_000, onFailure = () => undefined }: FormCheckerOptions = {}): FormChecker {
  const thread = new FormThread(timeLimit);
  return {
    close: () => thread.close(),
    checkSubmission: async (submission) => {
      const read = readSubmission(submission);
      if (read.problems.length > 0) return refused(submission, read.problems);
      const { schema } = submission;
      const outcome = await thread.evaluate(schema, { ...toFormData(schema, read.values), outcome: read.outcome });
      if (outcome.kind === 'failed') {
        onFailure(schema.id, outcome.failure);
        return refused(submission, [{ path: '', code: 'not-checkable' }]);
      }
      const { hidden, cleared, errors } = outcome.evaluated;
      return concludeSubmission(submission, read, { hidden, cleared, problems: coreProblems(schema, errors) });
    },
  };
}
