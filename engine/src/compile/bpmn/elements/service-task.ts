import { readRequiredJob } from '../extensions/job.ts';
import type { ElementReader } from './element-reader.ts';

export const readServiceTask: ElementReader<'service task'> = ({ extensions }) => ({ type: 'service task', job: readRequiredJob(extensions) });
