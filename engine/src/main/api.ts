import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startApi } from '../api/index.ts';
import { createRuntimeClient } from '../runtime/index.ts';
import { bringTenants } from './bring-tenants.ts';
import { openInstallation } from './open-installation.ts';
import { runChild } from './run-child.ts';
import { projectFolder } from './settings.ts';

const { version } = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as { version: string };
const designerFolder = join(projectFolder, 'designer', 'dist');

await runChild('api', async (settings, log) => {
  const { store, tenants, temporal, settingsOf } = await openInstallation(settings, log);
  const [first] = tenants;
  if (!first) throw new Error(`no tenant is configured in ${settings.tenantsFolder}`);
  await bringTenants(store, tenants, Date.now());
  const runtime = createRuntimeClient({ store, temporal, log, settingsOf });
  const api = await startApi({
    host: settings.host,
    port: settings.port,
    ...(settings.publicUrl !== undefined && { publicUrl: settings.publicUrl }),
    demo: tenants.some(({ isDemo }) => isDemo),
    designerFolder: existsSync(designerFolder) ? designerFolder : null,
    store,
    runtime,
    tenantOf: (tenantId) => tenants.find(({ id }) => id === tenantId),
    log,
    now: Date.now,
    settings: {
      defaultTenantId: first.id,
      version,
      basicAuth: settings.basicAuth,
      secureCookies: settings.publicUrl?.startsWith('https:') ?? false,
      notice: process.env['LOOPWRIGHT_DEV_SERVER'] === '1' ? 'Temporal runs as a dev server: one machine, not for regulated records.' : null,
    },
  });
  log.info({ address: api.address }, 'serving');
  return {
    async stop() {
      await api.stop();
      await runtime.close();
      await store.close();
    },
  };
});
