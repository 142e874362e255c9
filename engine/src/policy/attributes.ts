import type { AccessSubject, ListAttribute } from '../contract/index.ts';

/** A value that conditions are compared with; null and the empty list are "has none". */
export type AttributeValue = string | null | readonly string[];

/**
 * What is known of the one thing that something is to be done to, by attribute; process variables stand as `variables.<name>` with the
 * JSON text of their value. What is absent is "has none".
 */
export type Attributes = Readonly<Record<string, AttributeValue | undefined>>;

/** Variables as attributes. */
export function variableAttributes(variables: Readonly<Record<string, unknown>>): Attributes {
  return Object.fromEntries(Object.entries(variables).map(([name, value]) => [`variables.${name}`, value === null ? null : JSON.stringify(value)]));
}

/** The attributes that rules may name, by subject; `variables` stands for any process variable. */
export const attributesOf: Readonly<Record<AccessSubject, readonly (ListAttribute | 'variables' | 'messageName')[]>> = {
  'process definition': ['processId'],
  'process instance': ['processId', 'startedBy', 'variables'],
  'user task': ['processId', 'elementId', 'candidateGroups', 'candidateUsers', 'assignee', 'startedBy', 'variables'],
  'decision definition': ['decisionId'],
  'decision instance': ['decisionId', 'processId'],
  form: ['formId'],
  incident: ['processId'],
  job: ['processId', 'jobType'],
  message: ['messageName'],
  deployment: [],
  'audit log': ['processId'],
  clock: [],
  account: [],
  all: [],
};
