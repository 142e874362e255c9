import type { AccessAction, AccessSubject, Visibility } from '../../contract/index.ts';
import { visibilityOf, type Attributes } from '../../policy/index.ts';
import { notFound, Problem } from '../http/problem.ts';
import type { Caller } from './caller.ts';

/** First line of a verb that needs no particular thing: refuses who may not do it to anything of the kind. */
export function mustBeAllowed(caller: Caller, action: AccessAction, subject: AccessSubject, attributes?: Attributes): void {
  if (!caller.ability.can(action, subject, attributes)) throw new Problem('not-allowed', `${caller.actor.name} may not ${action} this ${subject}.`.replace(attributes ? '' : 'this ', ''));
}

/** A thing that somebody may not see does not exist for them; one that they see but may not act on is refused. */
export function mustBeAllowedTo(caller: Caller, action: AccessAction, subject: AccessSubject, key: string, attributes: Attributes): void {
  if (!caller.ability.can('read', subject, attributes) && !caller.ability.can(action, subject, attributes)) throw notFound(subject, key);
  mustBeAllowed(caller, action, subject, attributes);
}

/** What a list may show this caller. Refused where a rule can't narrow a list. */
export function listVisibility(caller: Caller, action: AccessAction, subject: AccessSubject): Visibility {
  const visibility = visibilityOf(caller.ability, action, subject);
  if (visibility.kind !== 'refused') return visibility;
  throw new Problem('not-allowed', `A rule of the role ${visibility.role} has the condition ${visibility.attribute}, by which no list of ${subject}s can be narrowed.`);
}
