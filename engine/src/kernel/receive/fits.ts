import type { Variables } from '../json.ts';
import { limits } from '../limits.ts';
import type { Snapshot } from '../snapshot.ts';
import { deepestValue, sizeOf } from '../variables/size-of.ts';
import { refuse, type Refusal } from './receiver.ts';

/** Whether these variables still fit into the instance. */
export const fits = (snapshot: Snapshot, variables: Variables): Refusal | null =>
  snapshot.variableSize + sizeOf(variables) <= limits.variableSize
    ? null
    : refuse('variables too large', `The variables of the instance would be larger than ${limits.variableSize} characters, or nest deeper than ${deepestValue}.`);
