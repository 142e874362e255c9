import { decisionDefinitionOperations, deploymentOperations, formOperations, processDefinitionOperations, type Deployment, type ResourceFinding } from '@loopwright/engine/contract';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { send } from './send.ts';

export type { Deployment, ResourceFinding };

const mostDefinitions = 1_000;
const page = { limit: mostDefinitions };

/** The latest version of each process. */
export const processDefinitionsQuery = queryOptions({
  queryKey: ['definitions', 'processes'],
  queryFn: ({ signal }) => send(processDefinitionOperations.searchProcessDefinitions, { body: { filter: { isLatestVersion: true }, sort: [{ field: 'name' }], page }, signal }),
});

/** The latest version of each decision. */
export const decisionDefinitionsQuery = queryOptions({
  queryKey: ['definitions', 'decisions'],
  queryFn: ({ signal }) => send(decisionDefinitionOperations.searchDecisionDefinitions, { body: { filter: { isLatestVersion: true }, sort: [{ field: 'name' }], page }, signal }),
});

/** The latest version of each form. */
export const formsQuery = queryOptions({
  queryKey: ['definitions', 'forms'],
  queryFn: ({ signal }) => send(formOperations.searchForms, { body: { filter: { isLatestVersion: true }, sort: [{ field: 'formId' }], page }, signal }),
});

export function processVersionsQuery(processDefinitionId: string) {
  return queryOptions({
    queryKey: ['definitions', 'processes', processDefinitionId],
    queryFn: ({ signal }) =>
      send(processDefinitionOperations.searchProcessDefinitions, { body: { filter: { processDefinitionId }, sort: [{ field: 'version', order: 'DESC' }], page }, signal }),
  });
}

const unchanging = { staleTime: Infinity, refetchOnWindowFocus: false } as const;

export function processDefinitionQuery(processDefinitionKey: string) {
  return queryOptions({
    queryKey: ['definition', 'process', processDefinitionKey],
    queryFn: async ({ signal }) => {
      const [definition, xml] = await Promise.all([
        send(processDefinitionOperations.getProcessDefinition, { params: { processDefinitionKey }, signal }),
        send(processDefinitionOperations.getProcessDefinitionXml, { params: { processDefinitionKey }, signal }),
      ]);
      return { definition, xml };
    },
    ...unchanging,
  });
}

export function decisionDefinitionQuery(decisionDefinitionKey: string) {
  return queryOptions({
    queryKey: ['definition', 'decision', decisionDefinitionKey],
    queryFn: async ({ signal }) => {
      const [definition, xml] = await Promise.all([
        send(decisionDefinitionOperations.getDecisionDefinition, { params: { decisionDefinitionKey }, signal }),
        send(decisionDefinitionOperations.getDecisionDefinitionXml, { params: { decisionDefinitionKey }, signal }),
      ]);
      return { definition, xml };
    },
    ...unchanging,
  });
}

export function formQuery(formKey: string) {
  return queryOptions({
    queryKey: ['definition', 'form', formKey],
    queryFn: ({ signal }) => send(formOperations.getForm, { params: { formKey }, signal }),
    ...unchanging,
  });
}

/** A file as it is sent to be checked or deployed. */
export interface ResourceFile {
  readonly name: string;
  readonly content: string;
}

function partsOf(files: readonly ResourceFile[]): FormData {
  const parts = new FormData();
  for (const { name, content } of files) parts.append('resources', new File([content], name));
  return parts;
}

export function lint(files: readonly ResourceFile[], signal?: AbortSignal) {
  return send(deploymentOperations.lintDeployment, { body: partsOf(files), ...(signal && { signal }) });
}

export function useDeploy() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ files, attempt }: { files: readonly ResourceFile[]; attempt: string }) => send(deploymentOperations.createDeployment, { body: partsOf(files), idempotencyKey: attempt }),
    onSuccess: () => Promise.all(['definitions', 'catalogue'].map((noun) => client.invalidateQueries({ queryKey: [noun] }))),
  });
}

/** The latest version of a definition as a file; null where there is none. */
export async function readDeployed(noun: 'processes' | 'decisions' | 'forms', id: string): Promise<ResourceFile | null> {
  if (noun === 'forms') {
    const { items } = await send(formOperations.searchForms, { body: { filter: { formId: id, isLatestVersion: true } } });
    const [found] = items;
    return found === undefined ? null : { name: `${id}.form.json`, content: (await send(formOperations.getForm, { params: { formKey: found.formKey } })).schema };
  }
  if (noun === 'decisions') {
    const { items } = await send(decisionDefinitionOperations.searchDecisionDefinitions, { body: { filter: { decisionDefinitionId: id, isLatestVersion: true } } });
    const [found] = items;
    return found === undefined ? null : { name: `${found.decisionRequirementsId}.dmn`, content: await send(decisionDefinitionOperations.getDecisionDefinitionXml, { params: { decisionDefinitionKey: found.decisionDefinitionKey } }) };
  }
  const { items } = await send(processDefinitionOperations.searchProcessDefinitions, { body: { filter: { processDefinitionId: id, isLatestVersion: true } } });
  const [found] = items;
  return found === undefined ? null : { name: found.resourceName, content: await send(processDefinitionOperations.getProcessDefinitionXml, { params: { processDefinitionKey: found.processDefinitionKey } }) };
}
