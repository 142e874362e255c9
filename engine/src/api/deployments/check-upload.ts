import type { ResourceFinding } from '../../contract/index.ts';
import type { NewResource, Tx } from '../../store/index.ts';
import type { Caller } from '../access/caller.ts';
import type { Services } from '../services.ts';
import { checkReferences } from './check-references.ts';
import { compileApart } from './compile-apart.ts';
import type { UploadedFile } from './read-upload.ts';

export interface CheckedUpload {
  readonly resources: readonly NewResource[];
  readonly findings: readonly ResourceFinding[];
  /** No finding is an error. */
  readonly deployable: boolean;
}

/** Checks files by themselves, and where they are sound, what they refer to. `seen` reads the database. */
export async function checkUpload({ tenantOf }: Pick<Services, 'tenantOf'>, caller: Caller, files: readonly UploadedFile[], seen: <T>(read: (tx: Tx) => Promise<T>) => Promise<T>): Promise<CheckedUpload> {
  const upload = await compileApart(files);
  const more = isSound(upload.findings) ? await seen((tx) => checkReferences(tx, upload, tenantOf(caller.tenantId))) : [];
  const findings = [...upload.findings, ...more];
  return { resources: upload.resources, findings, deployable: isSound(findings) };
}

function isSound(findings: readonly ResourceFinding[]): boolean {
  return findings.every(({ severity }) => severity !== 'error');
}
