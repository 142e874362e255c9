import type { z } from 'zod';
import type { ElementView } from '../../host/views.ts';
import { describe, type elementSelector, isElement } from '../selectors.ts';
import type { Failure } from './instruction.ts';

type Selector = z.output<typeof elementSelector>;

export const elementStates = ['IS_ACTIVE', 'IS_COMPLETED', 'IS_TERMINATED', 'IS_NOT_ACTIVE', 'IS_NOT_ACTIVATED', 'IS_ACTIVE_EXACTLY', 'IS_COMPLETED_IN_ORDER'] as const;

/** Compares the element instances of a process instance with what is expected of all selected elements. */
export function expectElements(elements: readonly ElementView[], selectors: readonly Selector[], state: (typeof elementStates)[number]): Failure {
  const inState = (wanted: ElementView['state']) => elements.filter((element) => element.state === wanted);
  switch (state) {
    case 'IS_ACTIVE':
    case 'IS_ACTIVE_EXACTLY': {
      const active = inState('active').filter(({ type }) => type !== 'PROCESS');
      const others = state === 'IS_ACTIVE' ? [] : active.filter((element) => !selectors.some((selector) => isElement(selector, element)));
      return others.length > 0 ? `Expected no other elements to be active, but ${others[0]?.elementId} is` : without(active, selectors, 'active');
    }
    case 'IS_COMPLETED':
      return without(inState('completed'), selectors, 'completed');
    case 'IS_TERMINATED':
      return without(inState('terminated'), selectors, 'terminated');
    case 'IS_NOT_ACTIVE':
      return within(inState('active'), selectors, 'active');
    case 'IS_NOT_ACTIVATED':
      return within(elements, selectors, 'activated');
    case 'IS_COMPLETED_IN_ORDER':
      return inOrder([...inState('completed')].sort((a, b) => (a.ended ?? 0) - (b.ended ?? 0)), selectors);
  }
}

function without(elements: readonly ElementView[], selectors: readonly Selector[], word: string): Failure {
  const missing = selectors.find((selector) => !elements.some((element) => isElement(selector, element)));
  return missing ? `Expected the element with ${describe(missing)} to be ${word}, but it is not` : null;
}

function within(elements: readonly ElementView[], selectors: readonly Selector[], word: string): Failure {
  const found = selectors.find((selector) => elements.some((element) => isElement(selector, element)));
  return found ? `Expected the element with ${describe(found)} not to be ${word}, but it is` : null;
}

/** The selected elements one after another, whatever else is between them. */
function inOrder(elements: readonly ElementView[], selectors: readonly Selector[]): Failure {
  let next = 0;
  for (const element of elements) {
    const selector = selectors[next];
    if (selector && isElement(selector, element)) next += 1;
  }
  const missing = selectors[next];
  return missing ? `Expected the element with ${describe(missing)} to be completed as number ${next + 1}, but it is not` : null;
}
