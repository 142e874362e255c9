import type { ElementModel } from '../../../kernel/index.ts';
import { elementsOf, refuseAt, type Check } from './check.ts';

/** The halves of a link belong together: one that catches for all that throw it, in one scope. */
export const checkLinks: Check = (checked) => {
  const links = elementsOf(checked).flatMap((element) => {
    const name = linkOf(element);
    return name === null ? [] : [{ element, at: `${element.scope} ${name}`, name }];
  });
  for (const { element, at, name } of links) {
    const catchers = links.filter((other) => other.at === at && other.element.type === 'intermediate catch event');
    const throws = element.type === 'intermediate throw event';
    if (throws && catchers.length === 0) refuseAt(checked, element.id, 'link-not-caught', `No link event catches '${name}' in this scope.`);
    if (!throws && catchers[0]?.element !== element) refuseAt(checked, element.id, 'link-caught-twice', `Another link event catches '${name}' in this scope.`);
    if (throws && element.outgoing) refuseAt(checked, element.id, 'link-with-flow', 'No sequence flow comes out of a link event that throws.');
    if (!throws && element.incoming) refuseAt(checked, element.id, 'link-with-flow', 'No sequence flow leads into a link event that catches.');
  }
};

const linkOf = (element: ElementModel): string | null =>
  (element.type === 'intermediate catch event' || element.type === 'intermediate throw event') && element.trigger?.type === 'link' ? element.trigger.name : null;
