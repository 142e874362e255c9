import type { CompiledProcess } from '../../compile/index.ts';
import type { Finding } from '../../contract/index.ts';
import { compileExpression, emptyScope } from '../../kernel/feel/index.ts';
import type { NewProcess } from '../../store/index.ts';

/** A compiled process as the store takes it. Names of message starts are evaluated now, without variables, as they are when a message comes. */
export function toNewProcess(compiled: CompiledProcess): { readonly process: NewProcess; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const messageStarts: { elementId: string; messageName: string }[] = [];
  for (const { elementId, trigger } of compiled.startEvents) {
    if (trigger.type !== 'message') continue;
    const messageName = evaluateName(trigger.name);
    if (messageName === null) findings.push({ elementId, line: null, severity: 'error', code: 'message-name', message: `The name of the message, ${trigger.name}, is no text.` });
    else messageStarts.push({ elementId, messageName });
  }
  const { processId, name, versionTag, model, startForm } = compiled;
  return { process: { processDefinitionId: processId, name, versionTag, model: JSON.stringify(model), startForm, messageStarts, timerStarts: [] }, findings };
}

function evaluateName(text: string): string | null {
  if (!text.startsWith('=')) return text === '' ? null : text;
  const compiled = compileExpression(text.slice(1));
  if (!compiled.ok) return null;
  const { value } = compiled.value.evaluate(emptyScope, { now: 0, zone: 'UTC', budget: { steps: 1_000 } }) as { value?: unknown };
  return typeof value === 'string' && value !== '' ? value : null;
}
