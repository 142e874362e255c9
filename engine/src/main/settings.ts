import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What the environment sets, with its defaults. Each is described in the README's table. */
export interface Settings {
  /** State of this copy: `LOOPWRIGHT_HOME`. */
  readonly home: string;
  /** Keys that seal the audit trail and encrypt payloads, and the last seals: `LOOPWRIGHT_KEYS`. Lose it, and histories can't be read. */
  readonly keysFolder: string;
  /** `LOOPWRIGHT_PORT`. */
  readonly port: number;
  /** `LOOPWRIGHT_HOST`; with demo accounts always loopback. */
  readonly host: string;
  /** The address browsers use where a proxy stands before this server: `LOOPWRIGHT_PUBLIC_URL`. */
  readonly publicUrl: string | undefined;
  /** HTTP Basic with a local account's password is taken: `LOOPWRIGHT_BASIC_AUTH`, by default with demo accounts only. */
  readonly basicAuth: boolean;
  /** Folder of the tenants' configuration: `LOOPWRIGHT_TENANTS`. */
  readonly tenantsFolder: string;
  /** Whether the demo tenant with its accounts is brought up: `LOOPWRIGHT_DEMO`, on unless `0`. */
  readonly demo: boolean;
  /** `LOOPWRIGHT_LOG`: pino's level. */
  readonly logLevel: string;
}

export const projectFolder = fileURLToPath(new URL('../../../', import.meta.url));

/** @throws with the variable's name when a value can't be used. */
export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  const port = Number(env['LOOPWRIGHT_PORT'] ?? 8080);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`LOOPWRIGHT_PORT is ${env['LOOPWRIGHT_PORT']}: it must be a port number, 0 to 65535.`);
  const demo = env['LOOPWRIGHT_DEMO'] !== '0';
  const home = resolve(projectFolder, env['LOOPWRIGHT_HOME'] ?? '.loopwright');
  return {
    home,
    keysFolder: resolve(projectFolder, env['LOOPWRIGHT_KEYS'] ?? join(home, 'keys')),
    port,
    host: env['LOOPWRIGHT_HOST'] ?? '127.0.0.1',
    publicUrl: env['LOOPWRIGHT_PUBLIC_URL'] || undefined,
    basicAuth: env['LOOPWRIGHT_BASIC_AUTH'] === undefined ? demo : env['LOOPWRIGHT_BASIC_AUTH'] === '1',
    tenantsFolder: resolve(projectFolder, env['LOOPWRIGHT_TENANTS'] ?? 'tenant-config'),
    demo,
    logLevel: env['LOOPWRIGHT_LOG'] ?? 'info',
  };
}

/** Where the build puts the workflows, bundled for Temporal's sandbox. */
export const workflowBundlePath = fileURLToPath(new URL('../workflow-bundle.js', import.meta.url));
