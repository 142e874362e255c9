import type { AccessAction, AccessSubject } from '../contract/index.ts';
import type { Ability } from './ability.ts';
import type { Attributes, AttributeValue } from './attributes.ts';
import type { BoundRule } from './bind-rules.ts';
import { appliesTo } from './visibility-of.ts';

export interface Explanation {
  readonly allowed: boolean;
  readonly because: string;
  readonly rules: readonly { readonly role: string; readonly rule: string; readonly effect: 'allows' | 'forbids' | 'does not apply'; readonly reason: string }[];
}

/** Why a person may or may not do something, rule by rule, from the same ability that decides. */
export function explainAccess(ability: Ability, action: AccessAction, subject: AccessSubject, attributes?: Attributes): Explanation {
  const allowed = ability.can(action, subject, attributes);
  const rules = ability.rules.filter((rule) => appliesTo(rule, action, subject)).map((rule) => explainRule(rule, attributes ?? null));
  return { allowed, because: verdict(allowed, action, subject, rules), rules };
}

type ExplainedRule = Explanation['rules'][number];

function explainRule(rule: BoundRule, attributes: Attributes | null): ExplainedRule {
  const failing = attributes === null ? [] : Object.entries(rule.when).filter(([name, values]) => !holds(attributes[name], values));
  const described = { role: rule.role, rule: describeRule(rule) };
  if (failing.length > 0) return { ...described, effect: 'does not apply', reason: failing.map(([name, values]) => describeFailure(name, attributes?.[name], values)).join('; ') };
  return { ...described, effect: rule.forbids ? 'forbids' : 'allows', reason: rule.because ?? 'all its conditions hold' };
}

function verdict(allowed: boolean, action: AccessAction, subject: AccessSubject, rules: readonly ExplainedRule[]): string {
  const deciding = rules.find(({ effect }) => effect === (allowed ? 'allows' : 'forbids'));
  if (deciding !== undefined) return `The role ${deciding.role} ${deciding.effect} it: ${deciding.rule}.`;
  return rules.length === 0 ? `No role of this person says anything about: ${action} ${subject}.` : `No rule that allows to ${action} this ${subject} applies to it.`;
}

function holds(value: AttributeValue | undefined, values: readonly (string | null)[]): boolean {
  const own = typeof value === 'string' ? [value] : (value ?? []);
  return own.length === 0 ? values.includes(null) : own.some((one) => values.includes(one));
}

function describeRule(rule: BoundRule): string {
  const conditions = Object.entries(rule.when).map(([name, values]) => `${name} is ${list(values)}`);
  return `${rule.forbids ? 'may not' : 'may'} ${rule.actions.join(', ')} ${rule.subjects.join(', ')}${conditions.length > 0 ? ` when ${conditions.join(' and ')}` : ''}`;
}

function describeFailure(name: string, value: AttributeValue | undefined, values: readonly (string | null)[]): string {
  return `${name} is ${list(typeof value === 'string' ? [value] : (value ?? []))}, not ${list(values)}`;
}

function list(values: readonly (string | null)[]): string {
  return values.length === 0 ? 'nothing' : values.map((value) => value ?? 'nothing').join(' or ');
}
