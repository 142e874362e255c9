/** The HTTP API: `startApi` serves it with the designer. */
export { hashPassword } from './access/passwords.ts';
export { startApi, type Api, type ApiOptions } from './start-api.ts';
export type { Settings } from './services.ts';
