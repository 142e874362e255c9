import type { Run } from '../run.ts';
import type { TypeExpression } from '../syntax/ast.ts';
import { entryOf, FeelFunction, FeelRange, isContext, isList, kindOf, type FeelContext, type FeelValue } from '../values.ts';
import type { Code } from './code.ts';

export function compileInstanceOf(value: Code, type: TypeExpression): Code {
  return (scope, run) => {
    const tested = value(scope, run);
    if (tested === null && type.kind === 'named' && type.name !== 'Any' && run.dialect === 'camunda') return type.name === 'null';
    if (tested === null) return false;
    return hasType(tested, type, run);
  };
}

const otherNames: Readonly<Record<string, string>> = {
  'date time': 'date and time',
  dateTime: 'date and time',
  'years and months': 'years and months duration',
  'year-month-duration': 'years and months duration',
  'years-months-duration': 'years and months duration',
  yearMonthDuration: 'years and months duration',
  'days and time': 'days and time duration',
  'day-time-duration': 'days and time duration',
  'days-time-duration': 'days and time duration',
  dayTimeDuration: 'days and time duration',
  Any: 'any',
  Null: 'null',
};

/** Whether a value conforms to a type; null conforms to every part of one. */
export function hasType(value: FeelValue, type: TypeExpression, run: Run): boolean {
  switch (type.kind) {
    case 'named': {
      const name = otherNames[type.name] ?? type.name;
      return name === 'any' || kindOf(value) === name || (run.typeNamed?.(type.name)?.(value) ?? false);
    }
    case 'list':
      return isList(value) && value.every((item) => conforms(item, type.item, run));
    case 'range':
      return value instanceof FeelRange && [value.start, value.end].every((bound) => bound === undefined || conforms(bound, type.item, run));
    case 'context':
      return isContext(value) && type.entries.every((entry) => hasEntry(value, entry.name, entry.type, run));
    case 'function':
      return value instanceof FeelFunction && value.parameters.length === type.parameters.length;
  }
}

const conforms = (value: FeelValue, type: TypeExpression, run: Run): boolean => value === null || hasType(value, type, run);

function hasEntry(context: FeelContext, name: string, type: TypeExpression, run: Run): boolean {
  const entry = entryOf(context, name);
  return entry !== undefined && conforms(entry, type, run);
}
