/**
 * Changes of behaviour that a running instance could notice, each with its own number. A snapshot pins the revision it began with,
 * and code asks for it before it behaves the newer way.
 */
export const revisions = {
  1: 'first release',
} as const;

export type Revision = keyof typeof revisions;

export const currentRevision: Revision = 1;
