import type { Variables } from '../../kernel/index.ts';
import type { FormLanguage, FormSchema } from '../../forms/index.ts';
import type { Caller } from '../access/caller.ts';
import { Problem } from '../http/problem.ts';
import type { Services } from '../services.ts';
import { tenantTime } from '../tenant-time.ts';

export interface FormValues {
  /** Text of the pinned form. */
  readonly schema: string;
  readonly values: Variables;
  /** The variables that the form shows and checks against; `{}` for a start form. */
  readonly stored: Variables;
  /** Set where the form may draw a number for a new record. */
  readonly number?: string;
}

/** The variables to write, after the form's checks. @throws Problem that names each field. */
export async function checkFormValues(services: Services, caller: Caller, { schema, values, stored, number }: FormValues): Promise<Variables> {
  const { forms, tenantOf } = services;
  const checked = await forms.checkSubmission({
    schema: readSchema(schema),
    values,
    stored,
    language: languageOf(caller),
    filling: { actor: caller.actor, at: await tenantTime(services, caller.tenantId), zone: tenantOf(caller.tenantId)?.zone ?? 'UTC', ...(number !== undefined && { number }) },
  });
  if (checked.ok) return checked.values;
  const errors = checked.errors.map(({ path, message }) => ({ path, message }));
  throw new Problem('invalid-form-values', errors.map(({ message }) => message).join(' '), { errors });
}

function languageOf({ account }: Caller): FormLanguage {
  return account.language === 'zh-CN' ? 'zh-CN' : 'en';
}

const parsed = new Map<string, FormSchema>();
const mostParsed = 200;

/** A form as it was checked at deployment, parsed once. */
export function readSchema(text: string): FormSchema {
  const known = parsed.get(text);
  if (known !== undefined) return known;
  const schema = JSON.parse(text) as FormSchema;
  if (parsed.size >= mostParsed) parsed.delete(parsed.keys().next().value ?? '');
  parsed.set(text, schema);
  return schema;
}
