import { compilePattern } from '../values/match-pattern.ts';
import { allowedValidation, refusedProperties } from './allowed-components.ts';
import { checkJsonLogic } from './check-json-logic.ts';
import { isRecord, saysNothing, type Report } from './report.ts';

const counts = ['minLength', 'maxLength', 'min', 'max', 'minSelectedCount', 'maxSelectedCount'];

export function checkValidation(validate: unknown, path: string, report: Report): void {
  if (saysNothing(validate)) return;
  if (!isRecord(validate)) return report(path, 'component-validation', '"validate" is an object.');
  for (const [name, value] of Object.entries(validate)) {
    if (allowedValidation.includes(name) || saysNothing(value)) continue;
    const reason = Object.hasOwn(refusedProperties, name) ? `not allowed: ${refusedProperties[name]}` : 'not supported';
    report(path, Object.hasOwn(refusedProperties, name) ? 'component-unsafe' : 'component-validation', `The property "validate.${name}" is ${reason}.`);
  }
  for (const name of counts) if (!saysNothing(validate[name]) && typeof validate[name] !== 'number') report(path, 'component-validation', `"validate.${name}" must be a number.`);
  if (!saysNothing(validate.pattern)) {
    const pattern = typeof validate.pattern === 'string' ? compilePattern(validate.pattern) : null;
    if (pattern === null) report(path, 'component-pattern', `The pattern "${String(validate.pattern)}" can't be matched in linear time or is no pattern; look-around and back references are not allowed.`);
  }
  if (typeof validate.json === 'string' && validate.json !== '') return report(path, 'component-unsafe', '"validate.json" is JSONLogic as an object, not a text.');
  const problem = checkJsonLogic(validate.json);
  if (problem !== null) report(path, 'component-logic', problem);
}
