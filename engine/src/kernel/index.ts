/** BPMN, DMN and FEEL meaning as pure functions: `step(model, snapshot, event) → { snapshot, commands, facts }`. */
export type * from './calendar/calendar.ts';
export type * from './commands.ts';
export type * from './events.ts';
export type * from './facts.ts';
export type * from './json.ts';
export type * from './model/element-base.ts';
export type * from './model/element-model.ts';
export { feelSource, isFeel, type ExpressionText } from './model/expression-text.ts';
export type { JobModel } from './model/job-model.ts';
export type { FlowModel, ProcessModel } from './model/process-model.ts';
export type * from './model/trigger-model.ts';
export { limits } from './limits.ts';
export { canAccept } from './receive/receivers.ts';
export type { Refusal } from './receive/receiver.ts';
export { currentRevision, type Revision } from './revisions.ts';
export { isEnded, newSnapshot, type InstanceContext, type Snapshot } from './snapshot.ts';
export { checkTimerText } from './triggers/timer/check-timer-text.ts';
export { step, type StepResult } from './step.ts';
