import { z } from 'zod';
import { tenantId } from './keys.ts';
import { operation } from './operation.ts';

export const authenticatedUser = z
  .object({
    username: z.string(),
    displayName: z.string().nullable(),
    email: z.string().nullable(),
    authorizedComponents: z.array(z.string()),
    tenants: z.array(z.object({ name: z.string(), tenantId, description: z.string().nullable() })),
    groups: z.array(z.string()),
    roles: z.array(z.string()),
    salesPlanType: z.string().nullable(),
    c8Links: z.record(z.string(), z.string()),
    canLogout: z.boolean(),
  })
  .meta({ id: 'AuthenticatedUser' });

export const authenticationOperations = {
  getAuthentication: operation({
    id: 'getAuthentication', method: 'GET', path: '/v2/authentication/me', tag: 'Authentication', summary: 'Who is asking', reply: { status: 200, body: authenticatedUser }, problems: [],
  }),
};
