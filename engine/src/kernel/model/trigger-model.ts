import type { ExpressionText } from './expression-text.ts';
import type { JobModel } from './job-model.ts';

/** Why an event fires that waits for something, or catches. */
export type CatchTriggerModel = TimerTriggerModel | MessageCatchModel | ErrorCatchModel | LinkModel;

/** What an event does that throws. */
export type ThrowTriggerModel = MessageThrowModel | ErrorThrowModel | LinkModel | TerminateModel;

export interface TimerTriggerModel {
  readonly type: 'timer';
  readonly kind: 'date' | 'duration' | 'cycle';
  readonly value: ExpressionText;
}

export interface MessageCatchModel {
  readonly type: 'message';
  readonly name: ExpressionText;
  /** Absent for the start events of a process, which are not correlated to an instance. */
  readonly correlationKey?: ExpressionText;
}

/** A message thrown by a job worker. */
export interface MessageThrowModel {
  readonly type: 'message';
  readonly job: JobModel;
}

export interface ErrorCatchModel {
  readonly type: 'error';
  /** Absent: catches every error. */
  readonly code?: string;
}

export interface ErrorThrowModel {
  readonly type: 'error';
  readonly code: ExpressionText;
}

/** Throw and catch event of one name in one scope are one flow. */
export interface LinkModel {
  readonly type: 'link';
  readonly name: string;
}

export interface TerminateModel {
  readonly type: 'terminate';
}
