import { DefaultFailureConverter } from '@temporalio/common';

/** Messages and stack traces are encrypted like everything else: they may name variables. */
export const failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
