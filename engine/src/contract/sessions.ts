import { z } from 'zod';
import { names } from './catalogue.ts';
import { dateTime, tenantId } from './keys.ts';
import { operation } from './operation.ts';
import { packedRules } from './access.ts';

export const languages = ['en', 'zh-CN'] as const;
export type Language = (typeof languages)[number];

/** Whoever is signed in, what they may do, and the token that changes need in the header `x-csrf-token`. */
export const session = z
  .object({
    userId: z.string(),
    name: z.string(),
    email: z.string().nullable(),
    tenantId,
    tenantName: z.string(),
    groups: z.array(z.string()),
    roles: z.array(z.object({ id: z.string(), names: z.record(z.string(), z.string()) })),
    attributes: z.record(z.string(), z.array(z.string())),
    language: z.enum(languages).nullable(),
    timeZone: z.string().nullable().meta({ description: 'Null: none chosen, so that of the browser is used.' }),
    abilities: packedRules,
    csrfToken: z.string().nullable().meta({ description: 'Null where the request came without a session cookie.' }),
    expiresAt: dateTime.nullable(),
  })
  .meta({ id: 'Session' });

export type Session = z.output<typeof session>;

/** What the sign-in page may show before anybody has signed in. */
export const welcome = z
  .object({
    productName: z.string(),
    languages: z.array(z.enum(languages)),
    demoAccounts: z.array(z.object({ userId: z.string(), name: z.string(), roles: z.array(names) })).meta({ description: 'Only in a demo tenant; the password equals the user id.' }),
  })
  .meta({ id: 'Welcome' });

const at = '/v2/loopwright/session';
const tag = 'Session';

export const sessionOperations = {
  getWelcome: operation({ id: 'getWelcome', method: 'GET', path: '/v2/loopwright/welcome', tag, summary: 'What the sign-in page shows', reply: { status: 200, body: welcome }, problems: [], open: true }),
  signIn: operation({
    id: 'signIn', method: 'POST', path: at, tag, summary: 'Sign in with name and password; the session is a cookie',
    body: z.strictObject({ userId: z.string().min(1).max(256), password: z.string().min(1).max(1000) }), reply: { status: 200, body: session }, problems: [], open: true,
  }),
  getSession: operation({ id: 'getSession', method: 'GET', path: at, tag, summary: 'Who is signed in, and what they may do', reply: { status: 200, body: session }, problems: [] }),
  updateSession: operation({
    id: 'updateSession', method: 'PATCH', path: at, tag, summary: 'Choose the language or the time zone',
    body: z.strictObject({ language: z.enum(languages).optional(), timeZone: z.string().min(1).max(100).optional() }), reply: { status: 200, body: session }, problems: [],
  }),
  signOut: operation({ id: 'signOut', method: 'DELETE', path: at, tag, summary: 'Sign out', reply: { status: 204, body: null }, problems: [] }),
  explainAccess: operation({
    id: 'explainAccess', method: 'GET', path: '/v2/loopwright/access-explanations', tag, summary: 'Why somebody may or may not do something',
    query: z.strictObject({
      userId: z.string().min(1).optional().meta({ description: 'Somebody else; needs the right to read the audit trail.' }),
      action: z.string().min(1),
      subject: z.string().min(1),
      key: z.string().min(1).optional().meta({ description: 'The key of the user task, process instance or definition.' }),
    }),
    reply: {
      status: 200,
      body: z.object({ allowed: z.boolean(), because: z.string(), rules: z.array(z.object({ role: z.string(), rule: z.string(), effect: z.enum(['allows', 'forbids', 'does not apply']), reason: z.string() })) }),
    },
    problems: [404],
  }),
};
