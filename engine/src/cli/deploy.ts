import { parseArgs } from 'node:util';
import type { Deployment } from '../contract/index.ts';
import { basicAuthorization, deployableFiles, postDeployment } from '../main/post-deployment.ts';
import { UsageError, type Verb } from './verb.ts';

export const deploy: Verb = {
  summary: 'deploy .bpmn, .dmn and form files, all or nothing',
  usage: `Usage: loopwright deploy <files or folders> [options]

  --url <address>      the server (LOOPWRIGHT_URL, else http://127.0.0.1:8080)
  --user <name>        who deploys (LOOPWRIGHT_USER)
  --password <secret>  their password (LOOPWRIGHT_PASSWORD); --token <token> (LOOPWRIGHT_TOKEN) instead of both
  --tenant <id>        where to (the caller's own tenant otherwise)`,
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { url: { type: 'string' }, user: { type: 'string' }, password: { type: 'string' }, token: { type: 'string' }, tenant: { type: 'string' } },
    });
    const files = positionals.flatMap(filesIn);
    if (files.length === 0) throw new UsageError('Name at least one .bpmn, .dmn or form file, or a folder that holds some.');
    const url = values.url ?? process.env['LOOPWRIGHT_URL'] ?? 'http://127.0.0.1:8080';
    const posted = await postDeployment({ url, files, authorization: authorizationOf(values), tenantId: values.tenant });
    if (posted.kind === 'refused') {
      tellFindings(posted.findings);
      console.error(`Nothing was deployed. ${posted.title}${posted.detail ? `: ${posted.detail}` : ''}`);
      return 1;
    }
    tellFindings(posted.deployment.findings);
    for (const definitions of posted.deployment.deployments) tellDefinitions(definitions);
    console.log(`Deployment ${posted.deployment.deploymentKey}`);
    return 0;
  },
};

function tellFindings(findings: Deployment['findings']): void {
  for (const { resourceName, elementId, line, severity, message } of findings) {
    console.log(`${severity}  ${[resourceName, line === null ? null : `line ${line}`, elementId].filter(Boolean).join(' · ')}: ${message}`);
  }
}

function tellDefinitions({ processDefinition: process, decisionDefinition: decision, form }: Deployment['deployments'][number]): void {
  if (process) console.log(`process   ${process.processDefinitionId}  version ${process.processDefinitionVersion}`);
  if (decision) console.log(`decision  ${decision.decisionDefinitionId}  version ${decision.version}`);
  if (form) console.log(`form      ${form.formId}  version ${form.version}`);
}

function authorizationOf(values: { readonly user?: string | undefined; readonly password?: string | undefined; readonly token?: string | undefined }): string {
  const token = values.token ?? process.env['LOOPWRIGHT_TOKEN'];
  if (token) return `Bearer ${token}`;
  const user = values.user ?? process.env['LOOPWRIGHT_USER'];
  const password = values.password ?? process.env['LOOPWRIGHT_PASSWORD'];
  if (!user || password === undefined) throw new UsageError('Say who deploys: --user and --password, or --token.');
  return basicAuthorization(user, password);
}

function filesIn(path: string): string[] {
  const files = deployableFiles(path);
  if (files === null) throw new UsageError(`${path} does not exist.`);
  return files;
}
