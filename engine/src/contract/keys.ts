import { z } from 'zod';

/** The largest 64-bit key. */
const largestKey = 9223372036854775807n;

/** A key on the wire: a 64-bit number as a decimal string. A number that no key can have is let through here and simply found nowhere. */
export const key = z
  .string()
  .regex(/^-?[0-9]{1,25}$/, { error: 'must be a key: a whole number written as a string of digits', abort: true })
  .meta({ id: 'Key', description: 'A 64-bit key, written as a decimal string.' });

/** True for a key that can exist: positive and within 64 bits. What is not can be answered without asking the store. */
export function isPossibleKey(text: string): boolean {
  return /^[0-9]{1,19}$/.test(text) && BigInt(text) <= largestKey;
}

/** A key in a filter. */
export const filterKey = key.refine(isPossibleKey, 'must be a positive 64-bit number');

export const tenantId = z
  .string()
  .min(1)
  .max(256)
  .regex(/^(<default>|[A-Za-z0-9_@.+-]+)$/, 'must hold only letters, digits and _ @ . + -')
  .meta({ id: 'TenantId', description: 'The tenant. `<default>` stands for the tenant of whoever asks.' });

export const processDefinitionId = z
  .string()
  .regex(/^[\p{L}_][\p{L}\p{N}_.-]*$/u, 'must be the id of a process in BPMN')
  .meta({ id: 'ProcessDefinitionId', description: 'The id of the process in its BPMN file.' });

export const decisionDefinitionId = z
  .string()
  .regex(/^[\p{L}_][\p{L}\p{N}_.-]*$/u, 'must be the id of a decision in DMN')
  .meta({ id: 'DecisionDefinitionId', description: 'The id of the decision in its DMN file.' });

export const elementId = z.string().min(1);

/** `<decision evaluation key>-<position, from 1>`. */
export const decisionEvaluationInstanceKey = z
  .string()
  .regex(/^[0-9]{1,19}-[0-9]{1,9}$/, 'must be <key>-<position>')
  .meta({ id: 'DecisionEvaluationInstanceKey' });

export const businessId = z.string().min(1).max(256);

export const tag = z.string().regex(/^[A-Za-z][A-Za-z0-9_\-:.]{0,99}$/, 'must begin with a letter and hold at most 100 letters, digits and _ - : .');
export const tags = z.array(tag).max(10);

/** A whole number that some clients write as a text, because it may have 64 bits; here it has at most 53. */
export function longInteger(least: number) {
  return z.union([z.int().min(least), z.string().regex(/^-?[0-9]{1,15}$/, 'must be a whole number').transform(Number).pipe(z.int().min(least))]);
}

/** Chosen by the caller to find the operation again in its own logs. */
export const operationReference = longInteger(1);

/** An instant in ISO 8601 with Z or an offset. */
export const dateTime = z.iso.datetime({ offset: true });

/** Variables by name, any JSON value each. */
export const variables = z.record(z.string(), z.json()).meta({ description: 'Variables by name.' });

/** Priority of a user task. */
export const priority = z.int().min(0).max(100);
