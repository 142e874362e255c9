import { createHash } from 'node:crypto';
import type { Deployment, DeployedDefinition } from '../../contract/index.ts';
import { deploy, type Deployed } from '../../store/index.ts';
import type { Caller } from '../access/caller.ts';
import { mustBeAllowed } from '../access/must-be-allowed.ts';
import { inTenantOf } from '../http/in-tenant-of.ts';
import { Problem } from '../http/problem.ts';
import { once } from '../once.ts';
import type { Services } from '../services.ts';
import { tenantTime } from '../tenant-time.ts';
import { checkUpload } from './check-upload.ts';
import type { Upload } from './read-upload.ts';

/** Deploys all files or none of them. */
export async function createDeployment(services: Services, { caller, upload }: { readonly caller: Caller; readonly upload: Upload }): Promise<Deployment> {
  mustBeAllowed(caller, 'deploy', 'deployment');
  inTenantOf(caller, { tenantId: upload.tenantId });
  const { store } = services;
  const at = await tenantTime(services, caller.tenantId);
  const { resources, findings, deployable } = await checkUpload(services, caller, upload.files, (read) => store.inTenant(caller.tenantId, read));
  if (!deployable) throw refused(findings);
  return store.inTenant(caller.tenantId, (tx) =>
    once(tx, { ...caller, bodyDigest: digestOf(upload) }, 'createDeployment', async () => {
      const { deploymentKey, deployed } = await deploy(tx, resources, { actor: caller.actor, at, requestId: caller.requestId });
      return { deploymentKey, tenantId: caller.tenantId, deployments: deployed.map((one) => describeDeployed(one, caller.tenantId)), findings: [...findings] };
    }),
  );
}

function refused(findings: Deployment['findings'] | readonly Deployment['findings'][number][]): Problem {
  const faults = findings.filter(({ severity }) => severity === 'error');
  const [first] = faults;
  const where = [first?.resourceName, first?.elementId && `element ${first.elementId}`, first?.line && `line ${first.line}`].filter(Boolean).join(', ');
  const rest = faults.length > 1 ? ` There are ${faults.length - 1} more faults.` : '';
  const errors = faults.map(({ resourceName, message, elementId, line }) => ({ path: resourceName, message, ...(elementId !== null && { elementId }), ...(line !== null && { line }) }));
  return new Problem('invalid-resource', `${where}: ${first?.message} Nothing was stored.${rest}`, { errors, findings });
}

function digestOf({ files }: Upload): string {
  const hash = createHash('sha256').update('POST /v2/deployments\n');
  for (const { name, content } of files) hash.update(`${JSON.stringify(name)} ${content?.length}\n`).update(content ?? '');
  return hash.digest('base64url');
}

const none = { processDefinition: null, decisionDefinition: null, decisionRequirements: null, form: null, resource: null };

function describeDeployed(deployed: Deployed, tenantId: string): DeployedDefinition {
  switch (deployed.kind) {
    case 'process': {
      const { processDefinitionKey, processDefinitionId, version, resourceName } = deployed;
      return { ...none, processDefinition: { processDefinitionId, processDefinitionVersion: version, resourceName, tenantId, processDefinitionKey } };
    }
    case 'decision': {
      const { kind: _, ...decision } = deployed;
      return { ...none, decisionDefinition: { ...decision, tenantId } };
    }
    case 'requirements': {
      const { decisionRequirementsKey, decisionRequirementsId, name, version, resourceName } = deployed;
      return { ...none, decisionRequirements: { decisionRequirementsId, decisionRequirementsName: name, version, resourceName, tenantId, decisionRequirementsKey } };
    }
    case 'form': {
      const { formKey, formId, version, resourceName } = deployed;
      return { ...none, form: { formId, version, resourceName, tenantId, formKey } };
    }
    default:
      return deployed satisfies never;
  }
}
