import type { ErrorCatchModel, ErrorThrowModel } from '../../../kernel/index.ts';
import { idOf } from '../elements/element-reader.ts';
import type { TriggerReader } from './read-trigger.ts';

/** Without a reference, or with one to an error without a code, every error is caught. */
export const readErrorCatch: TriggerReader<ErrorCatchModel> = (reading, definition) => {
  const reference = definition.attributes['errorRef'];
  const error = reading.file.definition(reference, 'error');
  const code = error?.attributes['errorCode'];
  if (reference !== undefined && !error) reading.file.refuse(definition, 'missing-error', `The error '${reference}' is not defined.`, idOf(reading));
  if (code?.startsWith('=')) reading.file.refuse(definition, 'unsupported-error-code', 'The code of an error that is caught can not be an expression.', idOf(reading));
  return { type: 'error', ...(code && { code }) };
};

export const readErrorThrow: TriggerReader<ErrorThrowModel> = (reading, definition) => {
  const code = reading.file.definition(definition.attributes['errorRef'], 'error')?.attributes['errorCode'];
  if (!code) reading.file.refuse(definition, 'missing-error', 'An error that is thrown needs an error with a code.', idOf(reading));
  return { type: 'error', code: code ?? '' };
};
