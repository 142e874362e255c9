import { z } from 'zod';
import { stringFilter } from './filters.ts';
import { form } from './forms.ts';
import { filterKey, key, processDefinitionId, tenantId } from './keys.ts';
import { operation } from './operation.ts';
import { searchReply, searchRequest } from './search.ts';

export const processDefinitionStates = ['ACTIVE', 'DRAINING', 'DELETED'] as const;

export const processDefinition = z
  .object({
    processDefinitionKey: key,
    processDefinitionId,
    name: z.string().nullable(),
    resourceName: z.string(),
    version: z.int(),
    versionTag: z.string().nullable(),
    tenantId,
    hasStartForm: z.boolean(),
    state: z.enum(processDefinitionStates),
  })
  .meta({ id: 'ProcessDefinition' });

export type ProcessDefinition = z.output<typeof processDefinition>;

export const processDefinitionFilter = z.strictObject({
  name: stringFilter.optional(),
  isLatestVersion: z.boolean().optional(),
  resourceName: z.string().optional(),
  version: z.int().optional(),
  versionTag: z.string().optional(),
  processDefinitionId: stringFilter.optional(),
  tenantId: tenantId.optional(),
  processDefinitionKey: filterKey.optional(),
  hasStartForm: z.boolean().optional(),
  state: z.enum(processDefinitionStates).optional(),
});

export const processDefinitionSearchRequest = searchRequest(processDefinitionFilter, [
  'processDefinitionKey', 'name', 'resourceName', 'version', 'versionTag', 'processDefinitionId', 'tenantId',
]);
export type ProcessDefinitionSearch = z.output<typeof processDefinitionSearchRequest>;

const params = z.strictObject({ processDefinitionKey: key });
const at = '/v2/process-definitions/{processDefinitionKey}';
const tag = 'Process definition';

export const processDefinitionOperations = {
  searchProcessDefinitions: operation({
    id: 'searchProcessDefinitions', method: 'POST', path: '/v2/process-definitions/search', tag, summary: 'Search process definitions',
    body: processDefinitionSearchRequest, reply: { status: 200, body: searchReply(processDefinition) }, problems: [],
  }),
  getProcessDefinition: operation({ id: 'getProcessDefinition', method: 'GET', path: at, tag, summary: 'Get a process definition', params, reply: { status: 200, body: processDefinition }, problems: [404] }),
  getProcessDefinitionXml: operation({
    id: 'getProcessDefinitionXml', method: 'GET', path: `${at}/xml`, tag, summary: 'Get the BPMN of a process definition', params,
    reply: { status: 200, body: { mediaType: 'text/xml' } }, problems: [404],
  }),
  getStartProcessForm: operation({
    id: 'getStartProcessForm', method: 'GET', path: `${at}/form`, tag, summary: 'Get the form that starts a process', params,
    reply: { status: 200, body: form }, alsoEmpty: true, problems: [404],
  }),
};
