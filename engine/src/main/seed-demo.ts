import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { StateFolder } from '../services/index.ts';
import { basicAuthorization, deployableFiles, postDeployment } from './post-deployment.ts';
import { projectFolder } from './settings.ts';

/** The demo account that releases processes. */
const RELEASES = 'process-owner';

/**
 * Deploys what ships to the demo tenant, as its process owner would, at the first start and when what ships has changed. What people have
 * deployed since stays the newest otherwise.
 * @throws with the findings when the server refuses it.
 */
export async function seedDemo(url: string, state: StateFolder): Promise<void> {
  const files = ['workflows', 'forms'].flatMap((folder) => deployableFiles(join(projectFolder, folder)) ?? []);
  const digest = digestOf(files);
  if (state.read().seeded === digest) return;
  const posted = await postDeployment({ url, files, authorization: basicAuthorization(RELEASES, RELEASES) });
  if (posted.kind === 'refused') {
    const findings = posted.findings.filter(({ severity }) => severity === 'error').map(({ resourceName, elementId, message }) => `  ${resourceName} ${elementId ?? ''}: ${message}`);
    throw new Error([`the shipped processes can't be deployed: ${posted.title}. ${posted.detail}`, ...findings].join('\n'));
  }
  state.update({ seeded: digest });
}

function digestOf(files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(basename(file)).update('\0').update(readFileSync(file));
  return hash.digest('hex');
}
