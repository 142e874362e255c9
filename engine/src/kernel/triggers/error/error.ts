import { evaluateText } from '../../expressions/typed.ts';
import type { ErrorCatchModel, ErrorThrowModel } from '../../model/trigger-model.ts';
import { success, waits } from '../../outcome.ts';
import { throwError, uncaughtError } from '../../rules/throw-error.ts';
import type { CatchTrigger, ThrowTrigger } from '../trigger.ts';

/** Errors are looked for when one is thrown; nothing listens beforehand. */
export const catchError: CatchTrigger<ErrorCatchModel> = { arm: () => success(undefined) };

export const throwErrorEvent: ThrowTrigger<ErrorThrowModel> = {
  throw(turn, instance, _event, { code }) {
    const evaluated = evaluateText({ turn, instance }, code);
    if (!evaluated.ok) return evaluated;
    const error = { code: evaluated.value, message: '', variables: {} };
    return throwError(turn, instance, error) ? waits : uncaughtError(error);
  },
};
