import { z } from 'zod';
import { keyFilter, stringFilter } from './filters.ts';
import { key, tenantId } from './keys.ts';
import { operation } from './operation.ts';
import { searchReply, searchRequest } from './search.ts';

const variableBase = z.object({ variableKey: key, name: z.string(), tenantId, scopeKey: key, processInstanceKey: key, rootProcessInstanceKey: key.nullable() });

/** `value` is JSON text. */
export const variable = variableBase.extend({ value: z.string() }).meta({ id: 'Variable' });

/** `value` is JSON text, cut off after 8,191 characters unless the whole was asked for. */
export const foundVariable = variable.extend({ isTruncated: z.boolean() }).meta({ id: 'FoundVariable' });

export type Variable = z.output<typeof variable>;
export type FoundVariable = z.output<typeof foundVariable>;

/** Longest value in a search reply, in characters, unless `truncateValues=false`. */
export const longestValue = 8191;

export const variableSortFields = ['value', 'name', 'tenantId', 'variableKey', 'scopeKey', 'processInstanceKey'] as const;

export const variableFilter = z.strictObject({
  name: stringFilter.optional(),
  value: stringFilter.optional(),
  tenantId: tenantId.optional(),
  isTruncated: z.boolean().optional(),
  variableKey: keyFilter.optional(),
  scopeKey: keyFilter.optional(),
  processInstanceKey: keyFilter.optional(),
});

export const variableSearchFilterOfTask = z.strictObject({ name: stringFilter.optional() });

/** Query of the variable searches. */
export const truncation = z.strictObject({ truncateValues: z.stringbool().default(true) });

export const variableSearchRequest = searchRequest(variableFilter, variableSortFields);
export type VariableSearch = z.output<typeof variableSearchRequest>;
export const variableSearchReply = searchReply(foundVariable);

export const variableOperations = {
  searchVariables: operation({
    id: 'searchVariables', method: 'POST', path: '/v2/variables/search', tag: 'Variable', summary: 'Search variables',
    query: truncation, body: variableSearchRequest, reply: { status: 200, body: variableSearchReply }, problems: [],
  }),
  getVariable: operation({
    id: 'getVariable', method: 'GET', path: '/v2/variables/{variableKey}', tag: 'Variable', summary: 'Get a variable with its whole value',
    params: z.strictObject({ variableKey: key }), reply: { status: 200, body: variable }, problems: [404],
  }),
};
