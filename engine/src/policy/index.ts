/** Who may do what: CASL rules with the person's own values in them, deny by default. Pure. */
export { abilityFor, abilityFromSession, packRules, type Ability } from './ability.ts';
export { attributesOf, variableAttributes, type Attributes, type AttributeValue } from './attributes.ts';
export { bindRules, type BoundRule } from './bind-rules.ts';
export { explainAccess, type Explanation } from './explain-access.ts';
export { role, rule, type Person, type Role, type Rule } from './roles.ts';
export { visibilityOf, type UncompilableRule } from './visibility-of.ts';
