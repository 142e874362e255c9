import { writeFileSync } from 'node:fs';
import { bundleWorkflows } from '../runtime/bundle.ts';
import { workflowBundlePath } from './settings.ts';

const { code } = await bundleWorkflows();
writeFileSync(workflowBundlePath, code);
