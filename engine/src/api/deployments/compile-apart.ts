import { Worker } from 'node:worker_threads';
import { compileUpload, type CompiledUpload } from './compile-upload.ts';
import type { UploadedFile } from './read-upload.ts';

/** Bytes up to which compiling takes a moment only. */
const small = 256 * 1024;
/** Milliseconds that a large upload may take. */
const timeLimit = 30_000;

const workerUrl = new URL(import.meta.url.endsWith('.ts') ? './compile-worker.ts' : './compile-worker.js', import.meta.url);

/** Compiles files; large ones in a thread of their own, so that nobody else waits for them. */
export async function compileApart(files: readonly UploadedFile[]): Promise<CompiledUpload> {
  const size = files.reduce((sum, { content }) => sum + (content?.length ?? 0), 0);
  if (size <= small) return compileUpload(files);
  const worker = new Worker(workerUrl, { workerData: files, env: {}, resourceLimits: { maxOldGenerationSizeMb: 1024 } });
  try {
    return await new Promise<CompiledUpload>((resolve, reject) => {
      setTimeout(() => resolve(tooComplex(files)), timeLimit).unref();
      worker.once('message', resolve);
      worker.once('error', (error: NodeJS.ErrnoException) => (error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve(tooComplex(files)) : reject(error)));
    });
  } finally {
    await worker.terminate();
  }
}

function tooComplex([file]: readonly UploadedFile[]): CompiledUpload {
  const message = `Compiling this takes more than ${timeLimit / 1000} s or 1 GB of memory. Deploy fewer or smaller files.`;
  return { resources: [], references: [], findings: [{ resourceName: file?.name ?? '', elementId: null, line: null, severity: 'error', code: 'too-complex', message }] };
}
