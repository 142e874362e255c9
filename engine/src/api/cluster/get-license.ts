import type { Verb } from '../verb.ts';

export const getLicense: Verb<'getLicense'> = async () => ({ validLicense: true, licenseType: 'Apache-2.0', isCommercial: false, expiresAt: null });
