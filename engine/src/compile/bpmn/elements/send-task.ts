import { readRequiredJob } from '../extensions/job.ts';
import type { ElementReader } from './element-reader.ts';

export const readSendTask: ElementReader<'send task'> = ({ extensions }) => ({ type: 'send task', job: readRequiredJob(extensions) });
