import { isFeel, type ProcessModel } from '../../kernel/index.ts';
import type { CompiledReferences, Reference } from './compiled-process.ts';

/** What other definitions a process names by fixed text. */
export function referencesOf(model: ProcessModel): CompiledReferences {
  const forms: Reference[] = [];
  const decisions: Reference[] = [];
  const processes: Reference[] = [];
  for (const element of Object.values(model.elements)) {
    const { id: elementId } = element;
    if (element.type === 'user task' && element.form?.type === 'form') forms.push({ elementId, id: element.form.formId, binding: element.form.binding });
    if (element.type === 'call activity') processes.push({ elementId, id: element.processId, binding: element.binding });
    if (element.type === 'business rule task' && element.work.type === 'decision') {
      decisions.push({ elementId, id: element.work.decisionId, binding: element.work.binding });
    }
  }
  const fixed = (references: readonly Reference[]): readonly Reference[] => references.filter(({ id }) => !isFeel(id));
  return { forms: fixed(forms), decisions: fixed(decisions), processes: fixed(processes), calendars: model.calendar === undefined ? [] : [model.calendar] };
}
