import type { Json } from '../../kernel/index.ts';
import { buttonsOf, type FormComponent, type FormSchema } from '../schema/form-schema.ts';
import type { Problem } from './problem-codes.ts';

/** The button pressed: null where the form has no outcomes, the only one where it has one. */
export function readOutcome(schema: FormSchema, sent: Json | undefined, problems: Problem[]): { readonly outcome: string | null; readonly button: FormComponent | null } {
  const buttons = buttonsOf(schema.components).filter(({ properties }) => properties?.outcome !== undefined);
  const found = buttons.find(({ properties }) => properties?.outcome === sent) ?? (sent === undefined && buttons.length === 1 ? buttons[0] : undefined);
  if (found !== undefined) return { outcome: found.properties?.outcome ?? null, button: found };
  if (sent !== undefined) problems.push({ path: 'outcome', code: buttons.length === 0 ? 'unknown-field' : 'outcome-unknown' });
  else if (buttons.length > 0) problems.push({ path: 'outcome', code: 'outcome-missing' });
  return { outcome: null, button: null };
}
