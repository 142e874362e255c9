import type { CompiledReferences } from '@loopwright/engine/compile';
import { readDeployed, type ResourceFile } from '../../api/definitions.ts';

type Noun = 'forms' | 'decisions' | 'processes';

/**
 * The file, and with a process everything that it binds to its own deployment, as it is deployed now: what has not changed keeps its
 * version.
 */
export async function gatherFiles(file: ResourceFile, read: (noun: Noun, id: string) => Promise<ResourceFile | null> = readDeployed): Promise<readonly ResourceFile[]> {
  const gathered = new Map([[file.name, file]]);
  const asked = new Set<string>();
  const waiting = [file];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    for (const [noun, id] of await boundTo(next)) {
      if (asked.has(`${noun} ${id}`)) continue;
      asked.add(`${noun} ${id}`);
      const found = await read(noun, id);
      if (found === null || [...gathered.values()].some(({ content }) => content === found.content)) continue;
      const name = gathered.has(found.name) ? `${id}-${found.name}` : found.name;
      gathered.set(name, { ...found, name });
      if (noun === 'processes') waiting.push(found);
    }
  }
  return [...gathered.values()];
}

async function boundTo({ name, content }: ResourceFile): Promise<(readonly [noun: Noun, id: string])[]> {
  if (!name.endsWith('.bpmn')) return [];
  const { compileBpmn } = await import('@loopwright/engine/compile');
  return compileBpmn(content).processes.flatMap(({ processId, references, startForm }) => [
    ...bound(references, 'forms'),
    ...bound(references, 'decisions'),
    ...bound(references, 'processes').filter(([, id]) => id !== processId),
    ...(startForm?.type === 'form' && startForm.binding.type === 'deployment' ? [['forms', startForm.formId] as const] : []),
  ]);
}

function bound(references: CompiledReferences, noun: Noun): (readonly [noun: Noun, id: string])[] {
  return references[noun].filter(({ binding }) => binding.type === 'deployment').map(({ id }) => [noun, id] as const);
}
