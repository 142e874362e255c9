import { z } from 'zod';

/** What may be done. Each is done to a subject; `manage` stands for all of them. */
export const accessActions = ['read', 'start', 'claim', 'assign', 'complete', 'update', 'cancel', 'deploy', 'evaluate', 'publish', 'work', 'resolve', 'set', 'manage'] as const;
export type AccessAction = (typeof accessActions)[number];

/**
 * What it is done to, in the field's words; `all` stands for every one of them. Element instances and variables are read with their
 * process instance.
 */
export const accessSubjects = [
  'process definition', 'process instance', 'user task', 'decision definition', 'decision instance', 'form', 'incident', 'job', 'message', 'deployment', 'audit log', 'clock', 'account', 'all',
] as const;
export type AccessSubject = (typeof accessSubjects)[number];

/** A rule as it travels to the browser, with the person's own values already in its conditions. */
export const packedRules = z.array(
  z.object({
    actions: z.array(z.enum(accessActions)),
    subjects: z.array(z.enum(accessSubjects)),
    forbids: z.boolean(),
    when: z.record(z.string(), z.array(z.string().nullable())).meta({ description: 'Attribute to the values of which it must have one; empty: always.' }),
  }),
);

export type PackedRules = z.output<typeof packedRules>;
