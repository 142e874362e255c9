import { listAttributes, nothing, everything, type AccessAction, type AccessSubject, type ListAttribute, type Sight, type Visibility } from '../contract/index.ts';
import { attributesOf } from './attributes.ts';
import type { Ability } from './ability.ts';
import type { BoundRule } from './bind-rules.ts';

/** A rule whose condition no list can be narrowed by. */
export interface UncompilableRule {
  readonly kind: 'refused';
  readonly role: string;
  readonly attribute: string;
}

/** Compiles the rules into what a list may show. A rule that can't be compiled refuses the list: leaving it out would show too little or too much. */
export function visibilityOf(ability: Ability, action: AccessAction, subject: AccessSubject): Visibility | UncompilableRule {
  const rules = ability.rules.filter((rule) => appliesTo(rule, action, subject));
  const anyOf: Sight[] = [];
  const butNot: Sight[] = [];
  for (const rule of rules) {
    const sight = sightOf(rule, subject);
    if ('kind' in sight) return sight;
    if (Object.values(rule.when).some((values) => values.length === 0)) continue;
    (rule.forbids ? butNot : anyOf).push(sight.sight);
  }
  if (anyOf.length === 0 || butNot.some(isUnconditional)) return nothing;
  if (anyOf.some(isUnconditional)) return butNot.length === 0 ? everything : { kind: 'some', anyOf: [{}], butNot };
  return { kind: 'some', anyOf, butNot };
}

export function appliesTo(rule: BoundRule, action: AccessAction, subject: AccessSubject): boolean {
  return (rule.actions.includes(action) || rule.actions.includes('manage')) && (rule.subjects.includes(subject) || rule.subjects.includes('all'));
}

function sightOf(rule: BoundRule, subject: AccessSubject): { sight: Sight } | UncompilableRule {
  const plain: Partial<Record<ListAttribute, readonly (string | null)[]>> = {};
  const variables: Record<string, readonly (string | null)[]> = {};
  for (const [attribute, values] of Object.entries(rule.when)) {
    const [name, variable] = attribute.split('.') as [string, string | undefined];
    if (!attributesOf[subject].some((known) => known === name)) return { kind: 'refused', role: rule.role, attribute };
    if (name === 'variables' && variable !== undefined) variables[variable] = values;
    else if (isListAttribute(name)) plain[name] = values;
    else return { kind: 'refused', role: rule.role, attribute };
  }
  return { sight: Object.keys(variables).length === 0 ? plain : { ...plain, variables } };
}

function isListAttribute(name: string): name is ListAttribute {
  return listAttributes.some((known) => known === name);
}

function isUnconditional(sight: Sight): boolean {
  return Object.keys(sight).length === 0;
}
