import { z } from 'zod';
import { childrenNamed, readXmlSafely, type XmlElement } from '../../compile/index.ts';
import type { Variables } from '../../kernel/index.ts';
import type { ResourceFile } from '../host/definitions.ts';

const property = 'camundaModeler:exampleOutputJson';
const data = z.record(z.string(), z.json());

/** Example output data that Camunda's modeler keeps at elements (`zeebe:property`), by element id. */
export function exampleDataOf(files: readonly ResourceFile[]): (elementId: string) => Variables | null {
  const examples = new Map<string, Variables>();
  for (const { name, text } of files) {
    const document = name.endsWith('.bpmn') ? readXmlSafely(text) : null;
    if (document?.ok) collect(document.value.root, examples);
  }
  return (elementId) => examples.get(elementId) ?? null;
}

function collect(element: XmlElement, examples: Map<string, Variables>): void {
  const properties = childrenNamed(element, 'extensionElements').flatMap((extensions) => childrenNamed(extensions, 'properties'));
  for (const { attributes } of properties.flatMap((list) => childrenNamed(list, 'property'))) {
    const example = attributes['name'] === property ? readData(attributes['value'] ?? '') : null;
    if (example) examples.set(element.attributes['id'] ?? '', example);
  }
  for (const child of element.children) collect(child, examples);
}

function readData(text: string): Variables | null {
  try {
    return data.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
