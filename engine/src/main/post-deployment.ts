import { readFileSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Deployment } from '../contract/index.ts';

const DEPLOYABLE = /\.(bpmn|dmn|form|form\.json)$/;

export interface DeploymentToPost {
  /** `http://host:port` */
  readonly url: string;
  readonly files: readonly string[];
  /** Value of the Authorization header. */
  readonly authorization: string;
  /** The caller's own tenant when absent. */
  readonly tenantId?: string | undefined;
}

/** What the server said: the deployment, or the problem with the findings that refused it. */
export type PostedDeployment =
  | { readonly kind: 'deployed'; readonly deployment: Deployment }
  | { readonly kind: 'refused'; readonly title: string; readonly detail: string; readonly findings: Deployment['findings'] };

/** Deploys files over HTTP, all or nothing. @throws when the server can't be reached, in words for people. */
export async function postDeployment({ url, files, authorization, tenantId }: DeploymentToPost): Promise<PostedDeployment> {
  const body = new FormData();
  for (const file of files) body.append('resources', new Blob([new Uint8Array(readFileSync(file))]), basename(file));
  if (tenantId) body.append('tenantId', tenantId);
  const reply = await fetch(new URL('/v2/deployments', url), { method: 'POST', body, headers: { authorization } }).catch((error: Error) => {
    throw new Error(`${url} can't be reached: ${(error.cause as Error | undefined)?.message ?? error.message}`);
  });
  const text = await reply.text();
  if (reply.ok) return { kind: 'deployed', deployment: JSON.parse(text) as Deployment };
  const problem = problemIn(text);
  return { kind: 'refused', title: problem.title ?? `HTTP ${reply.status}`, detail: problem.detail ?? '', findings: problem.findings ?? [] };
}

export const basicAuthorization = (userId: string, password: string): string => `Basic ${Buffer.from(`${userId}:${password}`).toString('base64')}`;

/** The files below a folder that can be deployed, or the file itself; null when there is no such path. */
export function deployableFiles(path: string): string[] | null {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return null;
  if (!stat.isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => DEPLOYABLE.test(name))
    .sort()
    .map((name) => join(path, name));
}

function problemIn(text: string): { readonly title?: string; readonly detail?: string; readonly findings?: Deployment['findings'] } {
  try {
    return JSON.parse(text) as object;
  } catch {
    return { detail: text.slice(0, 500) };
  }
}
