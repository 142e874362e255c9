import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json';

/** The extensions that our drawings carry. */
export const moddleExtensions = { zeebe };

/** A part of a drawing, as moddle reads it. */
export interface ModdleElement {
  readonly $type: string;
  readonly id?: string;
  name?: string;
  readonly extensionElements?: { readonly values?: readonly ModdleElement[] };
  readonly properties?: readonly { readonly name?: string; readonly value?: string }[];
  readonly [property: string]: unknown;
}

/** Puts the names in a language (`zeebe:property name="name.zh-CN"`) in the place of those of the drawing; for showing only. */
export function translateNames(root: ModdleElement, language: string): void {
  const seen = new Set<unknown>();
  const visit = (element: unknown): void => {
    if (element === null || typeof element !== 'object' || seen.has(element)) return;
    seen.add(element);
    if (Array.isArray(element)) return element.forEach(visit);
    const part = element as ModdleElement;
    if (typeof part.$type !== 'string') return;
    const name = nameIn(part, language);
    if (name !== undefined) part.name = name;
    for (const child of ['rootElements', 'participants', 'processRef', 'flowElements', 'laneSets', 'lanes', 'childLaneSet', 'artifacts']) visit(part[child]);
  };
  visit(root);
}

function nameIn({ extensionElements }: ModdleElement, language: string): string | undefined {
  const properties = extensionElements?.values?.filter(({ $type }) => $type === 'zeebe:Properties').flatMap((extension) => extension.properties ?? []);
  return properties?.find(({ name }) => name === `name.${language}`)?.value;
}
