import type { Headers, JobModel } from '../../../kernel/index.ts';
import { childrenNamed } from '../../xml/index.ts';
import type { Extensions } from './extensions.ts';

const defaultRetries = '3';

/** `zeebe:taskDefinition` with `zeebe:taskHeaders`, or null where no job worker is meant. */
export function readJob(extensions: Extensions): JobModel | null {
  const definition = extensions.zeebe('taskDefinition');
  if (!definition) return null;
  const { type, retries } = extensions.attributes(definition, 'type', 'retries');
  if (!type) extensions.refuse(definition, 'missing-job-type', "The task definition has no type, so that no job worker could find its jobs.");
  const headers = readHeaders(extensions);
  return { jobType: type ?? '', retries: retries || defaultRetries, ...(headers && { headers }) };
}

/** The job that an element can't do without. */
export function readRequiredJob(extensions: Extensions): JobModel {
  const job = readJob(extensions);
  if (!job) extensions.refuse(extensions.owner, 'missing-task-definition', `A ${extensions.owner.name} needs a task definition (zeebe:taskDefinition with a type).`);
  return job ?? { jobType: '', retries: defaultRetries };
}

/** `zeebe:taskHeaders`: static text by key. */
export function readHeaders(extensions: Extensions): Headers | null {
  const element = extensions.zeebe('taskHeaders');
  if (!element) return null;
  extensions.attributes(element);
  const headers: Record<string, string> = {};
  for (const header of childrenNamed(element, 'header')) {
    const { key, value } = extensions.attributes(header, 'id', 'key', 'value');
    if (!key) extensions.refuse(header, 'missing-header-key', 'A task header has no key.');
    else Object.defineProperty(headers, key, { value: value ?? '', enumerable: true, configurable: true, writable: true });
  }
  return headers;
}
