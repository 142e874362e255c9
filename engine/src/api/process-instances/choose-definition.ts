import { findFormVersion, findProcessVersion, type ProcessVersion, type Tx } from '../../store/index.ts';
import type { Form } from '../../contract/index.ts';
import { notFound } from '../http/problem.ts';

/** A version of a process by key, or by id and version (-1: the latest). */
export type DefinitionChoice = { readonly processDefinitionKey: string } | { readonly processDefinitionId: string; readonly processDefinitionVersion: number };

export async function chooseDefinition(tx: Tx, choice: DefinitionChoice): Promise<ProcessVersion> {
  if ('processDefinitionKey' in choice) return (await findProcessVersion(tx, { key: choice.processDefinitionKey })) ?? missing(choice.processDefinitionKey);
  const { processDefinitionId: id, processDefinitionVersion: version } = choice;
  return (await findProcessVersion(tx, version < 0 ? { id } : { id, version })) ?? missing(version < 0 ? id : `${id} in version ${version}`);
}

/** The form that starts this version, as it is bound now; null where it has none. */
export async function findStartForm(tx: Tx, { startForm, processDefinitionKey }: ProcessVersion): Promise<Form | null> {
  if (startForm?.type !== 'form') return null;
  return (await findFormVersion(tx, { id: startForm.formId, binding: startForm.binding, from: processDefinitionKey })) ?? missingForm(startForm.formId);
}

function missing(name: string): never {
  throw notFound('process definition', name);
}

function missingForm(formId: string): never {
  throw notFound('start form', formId);
}
