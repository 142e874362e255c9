import { z } from 'zod';
import { stringFilter } from './filters.ts';
import { key, tenantId } from './keys.ts';
import { operation } from './operation.ts';
import { searchReply, searchRequest } from './search.ts';

/** One version of a form. `schema` is the text of its Form.io JSON. */
export const form = z
  .object({ formKey: key, formId: z.string(), version: z.int(), tenantId, schema: z.string() })
  .meta({ id: 'Form' });

export type Form = z.output<typeof form>;

/** A version of a form without its schema; `title` as the schema says. */
export const formSummary = form.omit({ schema: true }).extend({ title: z.string().nullable() }).meta({ id: 'FormSummary' });

export type FormSummary = z.output<typeof formSummary>;

export const formSearchRequest = searchRequest(z.strictObject({ formId: stringFilter.optional(), isLatestVersion: z.boolean().optional() }), ['formKey', 'formId', 'version']);
export type FormSearch = z.output<typeof formSearchRequest>;

export const formOperations = {
  searchForms: operation({
    id: 'searchForms', method: 'POST', path: '/v2/loopwright/forms/search', tag: 'Form', summary: 'Search forms', body: formSearchRequest, reply: { status: 200, body: searchReply(formSummary) }, problems: [],
  }),
  getForm: operation({
    id: 'getForm', method: 'GET', path: '/v2/forms/{formKey}', tag: 'Form', summary: 'Get a version of a form',
    params: z.strictObject({ formKey: key }), reply: { status: 200, body: form }, problems: [404],
  }),
};
