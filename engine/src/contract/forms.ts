import { z } from 'zod';
import { key, tenantId } from './keys.ts';
import { operation } from './operation.ts';

/** One version of a form. `schema` is the text of its Form.io JSON. */
export const form = z
  .object({ formKey: key, formId: z.string(), version: z.int(), tenantId, schema: z.string() })
  .meta({ id: 'Form' });

export type Form = z.output<typeof form>;

export const formOperations = {
  getForm: operation({
    id: 'getForm', method: 'GET', path: '/v2/forms/{formKey}', tag: 'Form', summary: 'Get a version of a form',
    params: z.strictObject({ formKey: key }), reply: { status: 200, body: form }, problems: [404],
  }),
};
