import { z } from 'zod';
import { form } from './forms.ts';
import { key, processDefinitionId } from './keys.ts';
import { operation } from './operation.ts';

/** A name by language (`en`, `zh-CN`); `default` is what the drawing says. */
export const names = z.record(z.string(), z.string()).meta({ id: 'Names' });
export type Names = z.output<typeof names>;

/** A process that this person may start: the latest version of it. */
export const catalogueEntry = z
  .object({
    processDefinitionKey: key,
    processDefinitionId,
    version: z.int(),
    versionTag: z.string().nullable(),
    names,
    descriptions: names,
    hasStartForm: z.boolean(),
  })
  .meta({ id: 'CatalogueEntry' });

export type CatalogueEntry = z.output<typeof catalogueEntry>;

const tag = 'Catalogue';

export const catalogueOperations = {
  getCatalogue: operation({
    id: 'getCatalogue', method: 'GET', path: '/v2/loopwright/catalogue', tag, summary: 'The processes that I may start', reply: { status: 200, body: z.object({ items: z.array(catalogueEntry) }) }, problems: [],
  }),
  getCatalogueEntry: operation({
    id: 'getCatalogueEntry', method: 'GET', path: '/v2/loopwright/catalogue/{processDefinitionId}', tag, summary: 'A process that I may start, with its form',
    params: z.strictObject({ processDefinitionId }), reply: { status: 200, body: catalogueEntry.extend({ form: form.nullable() }) }, problems: [404],
  }),
};
