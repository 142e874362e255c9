import { z } from 'zod';
import { names } from '../contract/index.ts';
import { role } from '../policy/index.ts';
import { isZone } from './calendar-file.ts';

const id = z.string().regex(/^[a-z0-9][a-z0-9._@-]*$/i, 'Ids are made of letters, digits, dots, hyphens and underscores.');

/** `tenant.yaml`. */
export const tenantFile = z.strictObject({
  name: z.string().min(1),
  zone: z.string().refine(isZone, 'This is no IANA time zone.'),
  languages: z.array(z.enum(['en', 'zh-CN'])).min(1),
  /** Id of the default calendar. */
  calendar: id,
  demo: z.boolean().default(false),
  test: z.boolean().default(false),
});

/** `roles.yaml`: what each role may do; the rules are those of policy. */
export const rolesFile = z.strictObject({ roles: z.array(role) });

/** `groups.yaml`. */
export const groupsFile = z.strictObject({ groups: z.array(z.strictObject({ id, names: names.default({}), roles: z.array(id).default([]) })) });

/** `accounts.yaml`. */
export const accountsFile = z.strictObject({
  accounts: z.array(
    z.strictObject({
      id,
      name: z.string().min(1),
      email: z.email().optional(),
      language: z.enum(['en', 'zh-CN']).optional(),
      groups: z.array(id).default([]),
      roles: z.array(id).default([]),
      attributes: z.record(z.string().regex(/^[A-Za-z]\w*$/, 'Attributes are names.'), z.array(z.string())).default({}),
    }),
  ),
});
