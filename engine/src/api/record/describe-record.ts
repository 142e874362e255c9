import type { ProcessInstance, RecordEntry } from '../../contract/index.ts';
import { fieldsOf } from '../../forms/index.ts';
import type { Variables } from '../../kernel/index.ts';
import { decisionsOfInstance, recordOfInstance, type CompletedTask, type Tx } from '../../store/index.ts';
import { readSchema } from '../form-values/check-form-values.ts';
import { namesOfProcess } from '../names-of.ts';
import type { Services } from '../services.ts';

/** What has been decided in an instance so far: by whom, when, and by which row of which table. Oldest first. */
export async function describeRecord({ contents }: Services, tx: Tx, instance: ProcessInstance): Promise<RecordEntry[]> {
  const names = await namesOfProcess(tx, instance.processDefinitionKey);
  const [{ started, completedTasks, canceled }, decisions] = await Promise.all([recordOfInstance(tx, instance.processInstanceKey), decisionsOfInstance(tx, instance.processInstanceKey)]);
  const processNames = names.process(instance.processDefinitionId, instance.processDefinitionName);
  const entries: RecordEntry[] = [];
  if (started) entries.push({ kind: 'started', ...started, elementId: null, names: processNames });
  for (const { name, formHash, written, ...task } of completedTasks) {
    entries.push({ kind: 'task completed', ...task, names: names.element(task.elementId, name), values: formHash === null ? written : ofForm(written, await contents.read(instance.tenantId, formHash)) });
  }
  for (const decision of decisions) {
    entries.push({
      kind: 'decision evaluated',
      at: decision.evaluationDate,
      elementId: decision.elementId,
      names: { default: decision.decisionDefinitionName },
      decisionEvaluationInstanceKey: decision.decisionEvaluationInstanceKey,
      decisionDefinitionId: decision.decisionDefinitionId,
      decisionDefinitionName: decision.decisionDefinitionName,
      decisionDefinitionVersion: decision.decisionDefinitionVersion,
      inputs: decision.evaluatedInputs.map(({ inputName, inputValue }) => ({ name: inputName, value: inputValue })),
      rules: decision.matchedRules,
      output: decision.result,
      failure: decision.evaluationFailure,
    });
  }
  if (instance.endDate !== null && instance.state !== 'ACTIVE') {
    entries.push({ kind: 'ended', at: instance.endDate, elementId: null, names: processNames, state: instance.state, by: canceled?.by ?? null, byName: canceled?.byName ?? null, reason: canceled?.reason ?? null });
  }
  return entries.sort((a, b) => a.at.localeCompare(b.at));
}

/** What was set in the turn by the form's own fields, not by what followed. */
function ofForm(written: CompletedTask['written'], schema: string): Variables {
  const keys = new Set(['outcome', ...fieldsOf(readSchema(schema).components).map(({ component }) => component.key)]);
  return Object.fromEntries(Object.entries(written).filter(([name]) => keys.has(name)));
}
