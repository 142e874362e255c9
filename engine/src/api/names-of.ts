import type { Names } from '../contract/index.ts';
import { readNames } from '../compile/index.ts';
import { findResource, type Tx } from '../store/index.ts';

/** What a version of a process calls itself and its elements, by language; `default` is the name on the drawing. */
export interface ProcessNames {
  process(processDefinitionId: string, fallback: string | null): Names;
  description(processDefinitionId: string): Names;
  element(elementId: string, fallback: string | null): Names;
}

type Named = ReturnType<typeof readNames>;

/** Versions never change, and their keys are unique over all tenants; the oldest read goes first. */
const known = new Map<string, Named>();
const mostKnown = 500;

/** Names in the drawing of one version of a process. */
export async function namesOfProcess(tx: Tx, processDefinitionKey: string): Promise<ProcessNames> {
  const named = known.get(processDefinitionKey) ?? (await readNamed(tx, processDefinitionKey));
  const names = (id: string, fallback: string | null): Names => named.get(id)?.names ?? { default: fallback ?? id };
  return { process: names, element: names, description: (id) => named.get(id)?.descriptions ?? {} };
}

/** The same for the versions that a list shows. */
export async function namesOfProcesses(tx: Tx, items: readonly { readonly processDefinitionKey: string }[]): Promise<(processDefinitionKey: string) => ProcessNames> {
  const byKey = new Map<string, ProcessNames>();
  for (const { processDefinitionKey } of items) {
    if (!byKey.has(processDefinitionKey)) byKey.set(processDefinitionKey, await namesOfProcess(tx, processDefinitionKey));
  }
  return (key) => byKey.get(key) as ProcessNames;
}

async function readNamed(tx: Tx, processDefinitionKey: string): Promise<Named> {
  const resource = await findResource(tx, processDefinitionKey);
  const named = readNames(resource?.content ?? '');
  if (known.size >= mostKnown) known.delete(known.keys().next().value as string);
  known.set(processDefinitionKey, named);
  return named;
}
