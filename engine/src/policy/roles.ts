import { z } from 'zod';
import { accessActions, accessSubjects, names } from '../contract/index.ts';

/**
 * One value of a condition: a text, null for "has none", or one of the person's own values: `my.id`, `my.groups`, `my.roles`,
 * `my.attributes.<name>`.
 */
const conditionValue = z.union([z.string().min(1), z.null()]);

/** Attribute to the value, or the values of which it must have one. All attributes named must fit. */
export const conditions = z.record(
  z.string().regex(/^[A-Za-z]+(\.[A-Za-z_][A-Za-z0-9_]*)?$/, 'must be an attribute, or variables.<name>'),
  z.union([conditionValue, z.array(conditionValue).min(1)]),
);

function oneOrMore<T extends z.ZodType>(item: T) {
  return z.union([item, z.array(item).min(1)]).transform((value) => (Array.isArray(value) ? value : [value]) as z.output<T>[]);
}

const on = oneOrMore(z.enum(accessSubjects));
const actions = oneOrMore(z.enum(accessActions));
const because = z.string().min(1).optional();

/** A rule as tenant-config writes it: `may` or `mayNot`, `on` what, `when`. What forbids outweighs what allows. */
export const rule = z.union([
  z.strictObject({ may: actions, on, when: conditions.optional(), because }),
  z.strictObject({ mayNot: actions, on, when: conditions.optional(), because }),
]);

export const role = z.strictObject({ id: z.string().min(1), names: names.default({}), rules: z.array(rule) });

export type Rule = z.output<typeof rule>;
export type Role = z.output<typeof role>;

/** Somebody for whom access is decided. */
export interface Person {
  readonly id: string;
  readonly groups: readonly string[];
  /** Ids of roles; those that the tenant doesn't have give nothing. */
  readonly roles: readonly string[];
  readonly attributes: Readonly<Record<string, readonly string[]>>;
}
