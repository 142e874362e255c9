import { abortChildren } from '../../lifecycle/end-instance.ts';
import type { TerminateModel } from '../../model/trigger-model.ts';
import { done } from '../../outcome.ts';
import type { ThrowTrigger } from '../trigger.ts';

/** Ends everything else in the scope. */
export const throwTerminate: ThrowTrigger<TerminateModel> = {
  throw(turn, { key, scope }) {
    abortChildren(turn, scope as string, key);
    return done;
  },
};
