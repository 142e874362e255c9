import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { failureConverterPath, payloadConverterPath } from './codec/data-converter.ts';

const workflowsPath = fileURLToPath(new URL(`./workflow/index${extname(import.meta.url)}`, import.meta.url));

/**
 * Bundles the workflows, the kernel among them, from the sources or from what `tsc` made of them. Everything is preloaded: no module of ours
 * keeps state of an instance, so all instances of a worker share one copy of the code, of parsed models and of compiled expressions.
 */
export function bundleWorkflows(): Promise<{ readonly code: string }> {
  return bundleWorkflowCode({
    workflowsPath,
    payloadConverterPath,
    failureConverterPath,
    preloadModules: [workflowsPath, payloadConverterPath, failureConverterPath],
    logger: new DefaultLogger('WARN'),
    webpackConfigHook: (config) => {
      for (const rule of config.module?.rules ?? []) {
        const use = rule && typeof rule === 'object' ? rule.use : undefined;
        if (use && typeof use === 'object' && 'options' in use && typeof use.options === 'object') Object.assign(use.options['jsc'] ?? {}, { target: 'es2024' });
      }
      return config;
    },
  });
}
