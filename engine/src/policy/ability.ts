import { createMongoAbility, type MongoAbility, type RawRuleOf } from '@casl/ability';
import type { AccessAction, AccessSubject, PackedRules } from '../contract/index.ts';
import type { Attributes } from './attributes.ts';
import { bindRules, type BoundRule } from './bind-rules.ts';
import type { Person, Role } from './roles.ts';

/** What a person may do: nothing but what a rule allows and no rule forbids. */
export interface Ability {
  /** With attributes: to this one thing. Without: to at least some thing of the kind. */
  can(action: AccessAction, subject: AccessSubject, attributes?: Attributes): boolean;
  /** The person's rules, those that forbid last. */
  readonly rules: readonly BoundRule[];
}

type CaslAbility = MongoAbility<[AccessAction, AccessSubject | TypedAttributes]>;

interface TypedAttributes {
  readonly subjectType: AccessSubject;
  readonly [attribute: string]: unknown;
}

export function abilityFor(person: Person, roles: readonly Role[]): Ability {
  return abilityOf(bindRules(person, roles));
}

/** The same ability in the browser, from the rules of its session. */
export function abilityFromSession(packed: PackedRules): Ability {
  return abilityOf(packed.map((rule) => ({ ...rule, role: '', because: null })));
}

export function packRules(ability: Ability): PackedRules {
  return ability.rules.map(({ actions, subjects, forbids, when }) => ({
    actions: [...actions],
    subjects: [...subjects],
    forbids,
    when: Object.fromEntries(Object.entries(when).map(([attribute, values]) => [attribute, [...values]])),
  }));
}

function abilityOf(rules: readonly BoundRule[]): Ability {
  const casl = createMongoAbility<CaslAbility>(rules.map(toCasl), { detectSubjectType: (subject) => subject.subjectType });
  return {
    rules,
    can: (action, subject, attributes) => casl.can(action, attributes === undefined ? subject : typed(subject, attributes)),
  };
}

function toCasl(rule: BoundRule): RawRuleOf<CaslAbility> {
  const conditions = Object.fromEntries(Object.entries(rule.when).map(([attribute, values]) => [escapeName(attribute), { $in: values }]));
  return {
    action: [...rule.actions],
    subject: [...rule.subjects],
    inverted: rule.forbids,
    ...(Object.keys(conditions).length > 0 && { conditions }),
    ...(rule.because !== null && { reason: rule.because }),
  } as RawRuleOf<CaslAbility>;
}

/** Dots would be read as a path. */
function escapeName(attribute: string): string {
  return attribute.replace('.', ':');
}

/** Every attribute that a rule names is looked up, so what is absent has to be a plain null. */
function typed(subjectType: AccessSubject, attributes: Attributes): TypedAttributes {
  const known = Object.entries(attributes).map(([name, value]) => [escapeName(name), value === undefined || value?.length === 0 ? null : value]);
  return new Proxy({ ...Object.fromEntries(known), subjectType }, { get: (target, name) => (name in target ? target[name as keyof typeof target] : null) });
}
