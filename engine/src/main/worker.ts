import { startWorker } from '../runtime/worker.ts';
import { openSealKey } from '../store/index.ts';
import { openInstallation } from './open-installation.ts';
import { runChild } from './run-child.ts';
import { workflowBundlePath } from './settings.ts';

await runChild('worker', async (settings, log) => {
  const { store, temporal, settingsOf } = await openInstallation(settings, log);
  const seal = { key: openSealKey(settings.keysFolder), folder: settings.keysFolder };
  const worker = await startWorker({ store, temporal, settingsOf, log, seal, bundle: { codePath: workflowBundlePath } });
  return {
    async stop() {
      await worker.stop();
      await store.close();
    },
  };
});
