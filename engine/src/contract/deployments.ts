import { z } from 'zod';
import { decisionDefinitionId, key, processDefinitionId, tenantId } from './keys.ts';
import { operation } from './operation.ts';

/** Largest file of a deployment, and the whole of it, in bytes; and how many files it may have. */
export const largestResource = 10 * 1024 * 1024;
export const largestDeployment = 5 * largestResource;
export const mostResources = 200;

/** Something to know about a deployed file. An error refuses the whole deployment. */
export const resourceFinding = z
  .object({
    severity: z.enum(['error', 'warning', 'info']),
    code: z.string(),
    message: z.string(),
    resourceName: z.string(),
    elementId: z.string().nullable(),
    line: z.int().nullable(),
  })
  .meta({ id: 'ResourceFinding' });

export type ResourceFinding = z.output<typeof resourceFinding>;

const deployedProcess = z.object({ processDefinitionId, processDefinitionVersion: z.int(), resourceName: z.string(), tenantId, processDefinitionKey: key });
const deployedDecision = z.object({
  decisionDefinitionId,
  version: z.int(),
  name: z.string(),
  tenantId,
  decisionRequirementsId: z.string(),
  decisionDefinitionKey: key,
  decisionRequirementsKey: key,
});
const deployedRequirements = z.object({ decisionRequirementsId: z.string(), decisionRequirementsName: z.string(), version: z.int(), resourceName: z.string(), tenantId, decisionRequirementsKey: key });
const deployedForm = z.object({ formId: z.string(), version: z.int(), resourceName: z.string(), tenantId, formKey: key });
const deployedResource = z.object({ resourceId: z.string(), resourceName: z.string(), version: z.int(), tenantId, resourceKey: key });

/** Camunda's reply, one entry for each definition, and our `findings`: warnings and what was ignored. Content that is not new keeps its version and key. */
export const deployment = z
  .object({
    deploymentKey: key,
    tenantId,
    deployments: z.array(
      z.object({
        processDefinition: deployedProcess.nullable(),
        decisionDefinition: deployedDecision.nullable(),
        decisionRequirements: deployedRequirements.nullable(),
        form: deployedForm.nullable(),
        resource: deployedResource.nullable(),
      }),
    ),
    findings: z.array(resourceFinding),
  })
  .meta({ id: 'Deployment' });

export type Deployment = z.output<typeof deployment>;
export type DeployedDefinition = Deployment['deployments'][number];

/** The parts of the multipart body. */
export const deploymentParts = z.strictObject({
  resources: z.array(z.string().meta({ description: 'A file: .bpmn, .dmn, or .form or .json with a Form.io form.', format: 'binary' })),
  tenantId: tenantId.optional(),
});

const tag = 'Deployment';
const resourceParams = z.strictObject({ resourceKey: key });

export const deploymentOperations = {
  createDeployment: operation({
    id: 'createDeployment', method: 'POST', path: '/v2/deployments', tag, summary: 'Deploy files, all or none of them', body: deploymentParts, bodyType: 'multipart',
    reply: { status: 200, body: deployment }, problems: [413, 415], idempotent: true,
  }),
  lintDeployment: operation({
    id: 'lintDeployment', method: 'POST', path: '/v2/deployments/lint', tag, summary: 'What a deployment of these files would say, without storing anything', body: deploymentParts, bodyType: 'multipart',
    reply: { status: 200, body: z.object({ deployable: z.boolean(), findings: z.array(resourceFinding) }) }, problems: [413, 415],
  }),
  getResource: operation({
    id: 'getResource', method: 'GET', path: '/v2/resources/{resourceKey}', tag: 'Resource', summary: 'Get a deployed resource by the key of its definition', params: resourceParams,
    reply: { status: 200, body: z.object({ resourceName: z.string(), version: z.int(), versionTag: z.string().nullable(), resourceId: z.string(), tenantId, resourceKey: key }).meta({ id: 'Resource' }) },
    problems: [404],
  }),
  getResourceContent: operation({
    id: 'getResourceContent', method: 'GET', path: '/v2/resources/{resourceKey}/content', tag: 'Resource', summary: 'Get the content of a deployed resource', params: resourceParams,
    reply: { status: 200, body: { mediaType: 'text/plain' } }, problems: [404],
  }),
};
