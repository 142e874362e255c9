import type { FormReference } from '../../commands.ts';
import type { Asking } from '../../expressions/evaluate.ts';
import { evaluateText } from '../../expressions/typed.ts';
import { success, type Failure, type Result } from '../../outcome.ts';

/** The form of a task, its id or address evaluated; which version it is, the host finds out when the task opens. */
export function evaluateForm(asking: Asking, form: FormReference): Result<FormReference, Failure> {
  const named = evaluateText(asking, form.type === 'form' ? form.formId : form.reference);
  if (!named.ok) return named;
  return success(form.type === 'form' ? { ...form, formId: named.value } : { ...form, reference: named.value });
}
