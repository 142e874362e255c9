import type { Run } from '../feel/run.ts';
import { parseDate, parseDateTime, parseDuration, parseTime } from '../feel/temporal/parse-temporal.ts';
import type { FeelValue } from '../feel/values.ts';
import type { DecisionModel, InputData } from './model.ts';
import { typed } from './types.ts';

const readers: Readonly<Record<string, (text: string) => FeelValue>> = {
  date: parseDate,
  time: parseTime,
  'date and time': parseDateTime,
  dateTime: parseDateTime,
  'days and time duration': parseDuration,
  dayTimeDuration: parseDuration,
  'years and months duration': parseDuration,
  yearMonthDuration: parseDuration,
};

/** Input data of its type. JSON has no temporal types: a text stands for a value of the temporal type that the input has. */
export function readInput(value: FeelValue, input: InputData, model: DecisionModel, run: Run): FeelValue {
  const { type } = input.variable;
  const read = typeof value === 'string' && type !== null ? readers[type]?.(value) : undefined;
  return typed(read ?? value, type, input.name, model, run);
}
