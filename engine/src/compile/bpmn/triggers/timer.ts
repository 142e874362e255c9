import { checkTimerText, type TimerTriggerModel } from '../../../kernel/index.ts';
import { bpmnChild } from '../bpmn-file.ts';
import { idOf } from '../elements/element-reader.ts';
import type { TriggerReader } from './read-trigger.ts';

const kinds = { date: 'timeDate', duration: 'timeDuration', cycle: 'timeCycle' } as const;

export const readTimer: TriggerReader<TimerTriggerModel> = (reading, definition) => {
  const drawn = (Object.keys(kinds) as (keyof typeof kinds)[]).flatMap((kind) => {
    const text = bpmnChild(definition, kinds[kind])?.text.trim();
    return text ? [{ type: 'timer' as const, kind, value: text }] : [];
  });
  const [timer] = drawn;
  if (!timer || drawn.length > 1) {
    reading.file.refuse(definition, 'incomplete-timer', 'A timer needs one of date, duration and cycle.', idOf(reading));
    return null;
  }
  const expected = checkTimerText(timer.kind, timer.value);
  if (expected) reading.file.refuse(definition, 'invalid-timer', `The timer value '${timer.value}' is not ${expected}.`, idOf(reading));
  return timer;
};
