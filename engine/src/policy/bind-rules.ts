import type { AccessAction, AccessSubject } from '../contract/index.ts';
import type { Person, Role, Rule } from './roles.ts';

/** A rule of one of the person's roles, with the person's own values in its conditions. */
export interface BoundRule {
  readonly role: string;
  readonly actions: readonly AccessAction[];
  readonly subjects: readonly AccessSubject[];
  readonly forbids: boolean;
  /** Attribute to the values of which it must have one. */
  readonly when: Readonly<Record<string, readonly (string | null)[]>>;
  readonly because: string | null;
}

/** The rules that apply to a person, those that allow first. A condition on a value that the person doesn't have can never hold: its list is empty. */
export function bindRules(person: Person, roles: readonly Role[]): BoundRule[] {
  const own = roles.filter(({ id }) => person.roles.includes(id)).flatMap((role) => role.rules.map((rule) => bindRule(person, role, rule)));
  return [...own.filter(({ forbids }) => !forbids), ...own.filter(({ forbids }) => forbids)];
}

function bindRule(person: Person, role: Role, rule: Rule): BoundRule {
  const when = Object.entries(rule.when ?? {}).map(([attribute, value]) => {
    const values = (Array.isArray(value) ? value : [value]).flatMap((one) => bindValue(person, one));
    return [attribute, attribute.startsWith('variables.') ? values.map((one) => (one === null ? null : JSON.stringify(one))) : values] as const;
  });
  return {
    role: role.id,
    actions: 'may' in rule ? rule.may : rule.mayNot,
    subjects: rule.on,
    forbids: 'mayNot' in rule,
    when: Object.fromEntries(when),
    because: rule.because ?? null,
  };
}

function bindValue(person: Person, value: string | null): readonly (string | null)[] {
  if (value === null || !value.startsWith('my.')) return [value];
  const name = value.slice('my.'.length);
  if (name === 'id') return [person.id];
  if (name === 'groups') return person.groups;
  if (name === 'roles') return person.roles;
  return name.startsWith('attributes.') ? (person.attributes[name.slice('attributes.'.length)] ?? []) : [];
}
