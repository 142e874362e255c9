import type { TerminateModel } from '../../../kernel/index.ts';
import type { TriggerReader } from './read-trigger.ts';

export const readTerminate: TriggerReader<TerminateModel> = () => ({ type: 'terminate' });
