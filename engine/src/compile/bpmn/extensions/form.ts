import type { FormReference } from '../../../kernel/index.ts';
import { readBinding } from './binding.ts';
import type { Extensions } from './extensions.ts';

/** `zeebe:formDefinition`: a form by id and binding, or one elsewhere. */
export function readForm(extensions: Extensions): FormReference | null {
  const element = extensions.zeebe('formDefinition');
  if (!element) return null;
  const { formId, externalReference, formKey } = extensions.attributes(element, 'formId', 'externalReference', 'formKey', 'bindingType', 'versionTag');
  if (formId) return { type: 'form', formId, binding: readBinding(extensions, element) };
  if (externalReference) return { type: 'external', reference: externalReference };
  if (formKey) extensions.refuse(element, 'unsupported-form-key', `The form key '${formKey}' names a form inside the drawing. Deploy the form by itself and name it by its form id.`);
  else extensions.refuse(element, 'missing-form', 'The form definition names no form (formId or externalReference).');
  return null;
}
