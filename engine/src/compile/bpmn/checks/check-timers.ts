import { elementsOf, refuseAt, type Check } from './check.ts';

/** Only an event that interrupts nothing can fire again and again. */
export const checkTimers: Check = (checked) => {
  for (const element of elementsOf(checked)) {
    if (!('trigger' in element) || element.trigger?.type !== 'timer' || element.trigger.kind !== 'cycle') continue;
    if (!('nonInterrupting' in element && element.nonInterrupting)) refuseAt(checked, element.id, 'cycle-interrupts', 'A timer cycle needs an event that can fire more than once: a non-interrupting one.');
  }
};
