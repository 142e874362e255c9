import { startWorker } from '../runtime/worker.ts';
import { openInstallation } from './open-installation.ts';
import { runChild } from './run-child.ts';
import { workflowBundlePath } from './settings.ts';

await runChild('worker', async (settings, log) => {
  const { store, temporal, settingsOf } = await openInstallation(settings, log);
  const worker = await startWorker({ store, temporal, settingsOf, log, bundle: { codePath: workflowBundlePath }, keysFolder: settings.keysFolder });
  return {
    failed: worker.failed,
    async stop() {
      await worker.stop();
      await store.close();
    },
  };
});
