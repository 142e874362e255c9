import { parentPort, workerData } from 'node:worker_threads';
import { compileUpload } from './compile-upload.ts';
import type { UploadedFile } from './read-upload.ts';

parentPort?.postMessage(compileUpload(workerData as readonly UploadedFile[]));
