import type { Finding } from '../../contract/index.ts';
import { failure, success, type Result } from '../../kernel/feel/index.ts';
import type { XmlDocument, XmlElement } from './element.ts';
import { XmlReader, XmlRefusal } from './xml-reader.ts';

/**
 * Reads a BPMN or DMN file, and refuses what could harm: more than 10 MB, a document type or entities of its own,
 * elements nested more than 200 deep, and all that is not well-formed.
 */
export function readXmlSafely(text: string): Result<XmlDocument, Finding> {
  try {
    const root = new XmlReader(text).read();
    const lines = new Map<string, number>();
    collectLines(root, lines);
    return success({ root, lineOf: (id) => lines.get(id) ?? null });
  } catch (error) {
    if (error instanceof XmlRefusal) return failure({ elementId: null, line: error.line, severity: 'error', code: error.code, message: error.message });
    throw error;
  }
}

function collectLines(element: XmlElement, lines: Map<string, number>): void {
  const { id } = element.attributes;
  if (id !== undefined && !lines.has(id)) lines.set(id, element.line);
  for (const child of element.children) collectLines(child, lines);
}
