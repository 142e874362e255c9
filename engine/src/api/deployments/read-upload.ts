import type { FastifyRequest } from 'fastify';
import { largestDeployment, largestResource, mostResources, tenantId as tenantIdSchema } from '../../contract/index.ts';
import { parsePart } from '../http/parse-part.ts';
import { Problem } from '../http/problem.ts';

/** A file as it came. `content` is null where the file is larger than it may be. */
export interface UploadedFile {
  readonly name: string;
  readonly content: Uint8Array | null;
}

export interface Upload {
  readonly files: readonly UploadedFile[];
  readonly tenantId: string | undefined;
}

/** Reads the parts of a deployment: files under `resources`, and at most a `tenantId`. */
export async function readUpload(request: FastifyRequest): Promise<Upload> {
  if (!request.isMultipart()) throw new Problem('unsupported-media-type', 'A deployment is multipart/form-data, with the files as `resources`.');
  const files: UploadedFile[] = [];
  let tenantId: string | undefined;
  let room = largestDeployment;
  for await (const part of request.parts({ limits: { fileSize: largestResource, files: mostResources + 1, parts: mostResources + 10, fieldSize: 1024 } })) {
    if (part.type === 'field') {
      if (part.fieldname !== 'tenantId') throw invalid(part.fieldname, 'is not known here; the files are called `resources`');
      tenantId = parsePart(tenantIdSchema, part.value);
      continue;
    }
    if (part.fieldname !== 'resources') throw invalid(part.fieldname, 'is not known here; the files are called `resources`');
    const chunks: Buffer[] = [];
    for await (const chunk of part.file as AsyncIterable<Buffer>) {
      room -= chunk.length;
      if (room < 0) throw new Problem('too-large', `The files of a deployment may have ${largestDeployment / 1024 / 1024} MB together.`);
      chunks.push(chunk);
    }
    files.push({ name: part.filename, content: part.file.truncated ? null : Buffer.concat(chunks) });
  }
  if (files.length === 0) throw invalid('resources', 'is missing: a deployment has at least one file');
  if (files.length > mostResources) throw invalid('resources', `may hold ${mostResources} files at most`);
  return { files, tenantId };
}

function invalid(path: string, message: string): Problem {
  return new Problem('invalid-request', `${path} ${message}.`, { errors: [{ path, message }] });
}
