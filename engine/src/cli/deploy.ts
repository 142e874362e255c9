import { readFileSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { UsageError, type Verb } from './verb.ts';

const DEPLOYABLE = /\.(bpmn|dmn|form(\.json)?)$/;

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
    const body = new FormData();
    for (const file of files) body.append('resources', new Blob([new Uint8Array(readFileSync(file))]), basename(file));
    if (values.tenant) body.append('tenantId', values.tenant);
    const reply = await fetch(new URL('/v2/deployments', url), { method: 'POST', body, headers: credentials(values) }).catch((error: Error) => {
      throw new Error(`${url} can't be reached: ${(error.cause as Error | undefined)?.message ?? error.message}`);
    });
    return report((await reply.json()) as Answer, reply.ok);
  },
};

interface Finding {
  readonly resourceName?: string;
  readonly elementId: string | null;
  readonly line: number | null;
  readonly severity: string;
  readonly message: string;
}

interface Answer {
  readonly title?: string;
  readonly detail?: string;
  readonly deploymentKey?: string;
  readonly deployments?: readonly Record<string, { readonly version?: number; readonly processDefinitionId?: string; readonly decisionDefinitionId?: string; readonly formId?: string } | null>[];
  readonly findings?: readonly Finding[];
}

function report(answer: Answer, ok: boolean): number {
  for (const { resourceName, elementId, line, severity, message } of answer.findings ?? []) {
    console.log(`${severity}  ${[resourceName, line === null ? null : `line ${line}`, elementId].filter(Boolean).join(' · ')}: ${message}`);
  }
  if (!ok) {
    console.error(`Nothing was deployed. ${answer.title ?? ''}${answer.detail ? `: ${answer.detail}` : ''}`);
    return 1;
  }
  for (const deployment of answer.deployments ?? []) {
    for (const [kind, definition] of Object.entries(deployment)) {
      if (definition) console.log(`${kind} ${definition.processDefinitionId ?? definition.decisionDefinitionId ?? definition.formId ?? ''} version ${definition.version ?? ''}`.trim());
    }
  }
  console.log(`Deployment ${answer.deploymentKey}`);
  return 0;
}

function credentials(values: { readonly user?: string | undefined; readonly password?: string | undefined; readonly token?: string | undefined }): Record<string, string> {
  const token = values.token ?? process.env['LOOPWRIGHT_TOKEN'];
  if (token) return { authorization: `Bearer ${token}` };
  const user = values.user ?? process.env['LOOPWRIGHT_USER'];
  const password = values.password ?? process.env['LOOPWRIGHT_PASSWORD'];
  if (!user || password === undefined) throw new UsageError('Say who deploys: --user and --password, or --token.');
  return { authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` };
}

function filesIn(path: string): string[] {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) throw new UsageError(`${path} does not exist.`);
  if (!stat.isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => DEPLOYABLE.test(name))
    .sort()
    .map((name) => join(path, name));
}
