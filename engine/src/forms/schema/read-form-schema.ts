import type { Finding } from '../../contract/index.ts';
import { checkFormSchema } from './check-form-schema.ts';
import type { FormSchema } from './form-schema.ts';

/** Reads the text of a form file: the form, or why it can't be deployed. */
export function readFormSchema(text: string): { readonly schema: FormSchema; readonly findings: readonly [] } | { readonly schema: null; readonly findings: readonly Finding[] } {
  const json = parse(text);
  if ('finding' in json) return { schema: null, findings: [json.finding] };
  const findings = checkFormSchema(json.value);
  return findings.length > 0 ? { schema: null, findings } : { schema: json.value as FormSchema, findings: [] };
}

function parse(text: string): { readonly value: unknown } | { readonly finding: Finding } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    const said = error instanceof Error ? error.message : '';
    const position = /position (\d+)/.exec(said)?.[1];
    const line = position === undefined ? null : text.slice(0, Number(position)).split('\n').length;
    return { finding: { elementId: null, line, severity: 'error', code: 'form-not-json', message: `The form is no JSON: ${said}` } };
  }
}
