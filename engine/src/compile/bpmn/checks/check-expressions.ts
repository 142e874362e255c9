import { compileExpression } from '../../../kernel/feel/index.ts';
import { feelSource, isFeel } from '../../../kernel/index.ts';
import { elementsOf, refuseAt, type Check, type Checked } from './check.ts';

/** Parts of an element that are never expressions. */
const fixed: ReadonlySet<string> = new Set(['id', 'name', 'scope', 'host', 'incoming', 'outgoing', 'defaultFlow', 'headers', 'target', 'resultVariable']);

/** Parts that are nothing but expressions. */
const always: Readonly<Record<string, string>> = {
  inputCollection: 'An input collection',
  outputElement: 'An output element',
  completionCondition: 'A completion condition',
  expression: 'A script',
};

/** Every expression can be read. */
export const checkExpressions: Check = (checked) => {
  for (const element of elementsOf(checked)) checkIn(checked, element.id, element);
  for (const { id, condition } of Object.values(checked.model.flows)) if (condition !== undefined) checkText(checked, id, condition);
};

function checkIn(checked: Checked, id: string, parts: object): void {
  for (const [name, value] of Object.entries(parts)) {
    if (fixed.has(name)) continue;
    if (typeof value === 'object' && value !== null) checkIn(checked, id, value);
    if (typeof value !== 'string') continue;
    if (always[name] && value !== '' && !isFeel(value)) refuseAt(checked, id, 'not-an-expression', `${always[name]} has to be a FEEL expression that begins with '=': '${value}'.`);
    checkText(checked, id, value);
  }
}

function checkText(checked: Checked, id: string, text: string): void {
  if (!isFeel(text)) return;
  const compiled = compileExpression(feelSource(text));
  if (!compiled.ok) refuseAt(checked, id, 'invalid-expression', `The expression '${feelSource(text)}' can't be read: ${compiled.error.map(({ message }) => message).join('; ')}`);
}
