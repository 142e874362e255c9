import { evaluate, refuseValue, type Asking } from '../../expressions/evaluate.ts';
import { readInstant } from '../../expressions/read-instant.ts';
import { toJson } from '../../feel/index.ts';
import type { TimerTriggerModel } from '../../model/trigger-model.ts';
import { success, type Failure, type Result } from '../../outcome.ts';
import type { CatchTrigger } from '../trigger.ts';
import { timerTexts } from './check-timer-text.ts';
import { openTimer } from './open-timer.ts';
import { scheduleAfter, scheduleCycle, type Schedule } from './schedule.ts';

/** Fires at a date, after a duration, or again and again. */
export const catchTimer: CatchTrigger<TimerTriggerModel> = {
  arm(turn, owner, event, trigger) {
    const schedule = evaluateSchedule({ turn, instance: owner }, trigger);
    if (!schedule.ok) return schedule;
    openTimer(turn, owner.key, event.id, schedule.value);
    return success(undefined);
  },
};

function evaluateSchedule(asking: Asking, { kind, value: text }: TimerTriggerModel): Result<Schedule, Failure> {
  const value = evaluate(asking, text);
  if (!value.ok) return value;
  const { at, context } = asking.turn;
  const json = toJson(value.value);
  const schedule = kind === 'date' ? scheduleAt(readInstant(value.value, context.zone)) : typeof json === 'string' ? readers[kind](json, at, context.zone) : null;
  return schedule ? success(schedule) : refuseValue(asking, text, value.value, timerTexts[kind]);
}

const scheduleAt = (dueAt: number | null): Schedule | null => (dueAt === null ? null : { dueAt });

const readers = { duration: scheduleAfter, cycle: scheduleCycle } as const;
