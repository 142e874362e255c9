import { compileExpression } from '../../kernel/feel/index.ts';
import { expressionProperties } from './allowed-components.ts';
import { checkText } from './check-text.ts';
import { fills } from './form-schema.ts';
import { isRecord, saysNothing, type Report } from './report.ts';

/** Form.io's custom properties are texts; some of them mean something here. */
export function checkProperties(component: Record<string, unknown>, path: string, report: Report): void {
  const { properties } = component;
  if (saysNothing(properties)) return;
  if (!isRecord(properties)) return report(path, 'component-properties', '"properties" is an object of texts.');
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value !== 'string') return report(path, 'component-properties', `The custom property "${name}" must be a text.`);
    if (expressionProperties.includes(name)) checkExpression(name, value, path, report);
    else checkText(value, path, `custom property "${name}"`, report);
  }
  if (properties.fill !== undefined && !fills.some((fill) => fill === properties.fill)) report(path, 'component-fill', `"fill" is one of ${fills.join(', ')}.`);
  if (properties.outcome !== undefined && component.type !== 'button') report(path, 'component-outcome', 'Only a button has an outcome.');
  if (properties.outcome !== undefined && !/^[a-z][a-z0-9-]*$/.test(String(properties.outcome))) report(path, 'component-outcome', 'An outcome is a word of small letters, digits and hyphens.');
  if (properties.valid !== undefined && saysNothing(properties.invalid)) report(path, 'component-rule', 'A rule ("valid") needs the words to say when it is broken ("invalid").');
  if (properties.kind !== undefined) checkMoney(component, path, report);
}

function checkExpression(name: string, text: string, path: string, report: Report): void {
  if (!text.startsWith('=')) return report(path, 'component-rule', `The custom property "${name}" is a FEEL expression and begins with "=".`);
  const compiled = compileExpression(text.slice(1));
  if (!compiled.ok) report(path, 'component-rule', `The custom property "${name}" is no FEEL: ${compiled.error.map(({ message }) => message).join('; ')}`);
}

function checkMoney(component: Record<string, unknown>, path: string, report: Report): void {
  const inside = Array.isArray(component.components) ? component.components.filter(isRecord) : [];
  const typeOf = (key: string) => inside.find((child) => child.key === key)?.type;
  if (component.properties === undefined || component.type !== 'container' || inside.length !== 2 || typeOf('amount') !== 'number' || typeOf('currency') !== 'select')
    report(path, 'component-money', 'Money is a container with a number "amount" and a select "currency" and nothing else.');
}
