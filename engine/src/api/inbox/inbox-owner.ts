import type { Visibility } from '../../contract/index.ts';
import type { InboxOwner } from '../../store/index.ts';
import { listVisibility } from '../access/must-be-allowed.ts';
import type { Caller } from '../access/caller.ts';
import { everything } from '../../contract/index.ts';

/** Whose inbox it is, narrowed to some of their groups, and what the access rules leave beyond that. */
export function inboxOf(caller: Caller, groups: readonly string[] | undefined): { readonly owner: InboxOwner; readonly visible: Visibility } {
  const own = caller.person.groups.filter((group) => groups === undefined || groups.includes(group));
  const owner = { userId: caller.actor.id, groups: own };
  const visible = listVisibility(caller, 'read', 'user task');
  return { owner, visible: isImplied(visible, owner) ? everything : visible };
}

/** True when all that the inbox scans is visible anyway, so that nothing has to be checked row by row. */
export function isImplied(visible: Visibility, { userId, groups }: InboxOwner): boolean {
  if (visible.kind === 'everything') return true;
  const allows = (attribute: 'assignee' | 'candidateGroups' | 'candidateUsers', values: readonly string[]): boolean =>
    values.every((value) => visible.anyOf.some((sight) => Object.keys(sight).length === 1 && sight[attribute]?.includes(value)));
  return visible.butNot.length === 0 && allows('assignee', [userId]) && allows('candidateUsers', [userId]) && allows('candidateGroups', groups);
}
