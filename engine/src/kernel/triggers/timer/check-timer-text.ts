import { readInstant } from '../../expressions/read-instant.ts';
import { isFeel, type ExpressionText } from '../../model/expression-text.ts';
import type { TimerTriggerModel } from '../../model/trigger-model.ts';
import { scheduleAfter, scheduleCycle } from './schedule.ts';

/** What a timer's fixed text should be and is not; null when it is right, or an expression that shows only when it is evaluated. */
export function checkTimerText(kind: TimerTriggerModel['kind'], text: ExpressionText): string | null {
  if (isFeel(text)) return null;
  const readable = kind === 'date' ? readInstant(text, 'UTC') : kind === 'duration' ? scheduleAfter(text, 0, 'UTC') : scheduleCycle(text, 0, 'UTC');
  return readable === null ? timerTexts[kind] : null;
}

export const timerTexts = {
  date: 'a date and time such as 2030-01-31T09:00:00+01:00',
  duration: 'an ISO 8601 duration such as P1DT12H',
  cycle: 'a repeating interval such as R3/PT1H',
} as const;
