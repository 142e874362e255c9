import { abilityFor, type Ability, type Person, type Role } from '../../policy/index.ts';

const known = new WeakMap<readonly Role[], Map<string, Ability>>();
const mostKnown = 5_000;

/** The ability of a person, made once for what the person and the tenant's roles are now. */
export function knownAbility(person: Person, roles: readonly Role[]): Ability {
  const abilities = known.get(roles) ?? new Map<string, Ability>();
  known.set(roles, abilities);
  const name = JSON.stringify([person.id, person.groups, person.roles, person.attributes]);
  const found = abilities.get(name);
  if (found !== undefined) return found;
  const ability = abilityFor(person, roles);
  if (abilities.size >= mostKnown) abilities.clear();
  abilities.set(name, ability);
  return ability;
}
