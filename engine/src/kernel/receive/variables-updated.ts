import { findByKey } from '../turn/keyed-list.ts';
import { propagateVariables, setLocalVariables } from '../variables/set-variables.ts';
import { fits } from './fits.ts';
import { refuse, type EventOf, type Receiver } from './receiver.ts';

/** Variables set from outside, in one scope or in the nearest that has each. */
export const variablesUpdated: Receiver<EventOf<'variables updated'>> = {
  accept: (snapshot, { scopeKey, variables }) =>
    findByKey(snapshot.instances, scopeKey) ? fits(snapshot, variables) : refuse('scope not active', `Element instance ${scopeKey} is not active.`),
  apply(turn, { scopeKey, variables, local }) {
    if (local) setLocalVariables(turn, scopeKey, variables);
    else propagateVariables(turn, turn.instance(scopeKey), variables);
  },
};
