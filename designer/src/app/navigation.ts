import type { Ability } from '@loopwright/engine/policy';

export interface NavigationItem {
  readonly id: 'inbox' | 'start' | 'requests' | 'instances' | 'incidents' | 'design' | 'audit';
  readonly to: '/inbox' | '/start' | '/requests' | '/instances' | '/incidents' | '/design' | '/audit';
}

export interface NavigationGroup {
  readonly id: 'work' | 'run' | 'build' | 'prove';
  readonly items: readonly NavigationItem[];
}

/** The pages that somebody with this ability has any use for. */
export function navigationFor(ability: Ability): readonly NavigationGroup[] {
  const mayStart = ability.can('start', 'process definition');
  const groups: readonly NavigationGroup[] = [
    { id: 'work', items: [{ id: 'inbox', to: '/inbox' }, ...(mayStart ? ([{ id: 'start', to: '/start' }, { id: 'requests', to: '/requests' }] as const) : [])] },
    { id: 'run', items: [...(seesInstancesOfOthers(ability) ? [{ id: 'instances', to: '/instances' } as const] : []), ...(ability.can('read', 'incident') ? [{ id: 'incidents', to: '/incidents' } as const] : [])] },
    { id: 'build', items: ability.can('deploy', 'deployment') || ability.can('read', 'deployment') ? [{ id: 'design', to: '/design' }] : [] },
    { id: 'prove', items: ability.can('read', 'audit log') ? [{ id: 'audit', to: '/audit' }] : [] },
  ];
  return groups.filter(({ items }) => items.length > 0);
}

/** Reading one's own instances is what "My requests" is for. */
function seesInstancesOfOthers({ rules }: Ability): boolean {
  return rules.some(
    ({ forbids, actions, subjects, when }) =>
      !forbids && (actions.includes('read') || actions.includes('manage')) && (subjects.includes('process instance') || subjects.includes('all')) && !('startedBy' in when),
  );
}
