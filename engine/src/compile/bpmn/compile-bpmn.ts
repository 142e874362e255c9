import type { Finding } from '../../contract/index.ts';
import { readXmlSafely, type XmlElement } from '../xml/index.ts';
import { BpmnFile, isBpmn } from './bpmn-file.ts';
import { checkIds } from './checks/check-ids.ts';
import type { CompiledBpmn } from './compiled-process.ts';
import { tellIgnored } from './checks/tell-ignored.ts';
import { Extensions } from './extensions/extensions.ts';
import { readProcess } from './read-process.ts';

/** Root elements that define something for processes, or document; what uses them decides about them. */
const definitions: ReadonlySet<string> = new Set([
  'process', 'collaboration', 'message', 'error', 'signal', 'escalation', 'itemDefinition', 'dataStore', 'category', 'extension', 'import', 'relationship',
  'interface', 'resource', 'documentation', 'extensionElements', 'correlationProperty', 'partnerEntity', 'partnerRole', 'endPoint',
]);

/**
 * Compiles a BPMN 2.0 file in Camunda 8's dialect, with the extensions of our own namespace. Everything that is not executed is refused,
 * with element id and line; what is kept and ignored is told once.
 */
export function compileBpmn(text: string): CompiledBpmn {
  const document = readXmlSafely(text);
  if (!document.ok) return { processes: [], findings: [document.error] };
  const { root } = document.value;
  const file = new BpmnFile(root);
  if (root.name !== 'definitions' || !isBpmn(root)) {
    file.refuse(root, 'not-bpmn', `'${root.name}' of '${root.namespace ?? 'no namespace'}' is no BPMN 2.0 model.`);
    return { processes: [], findings: file.findings };
  }
  checkIds(file);
  const processes = executableProcesses(file).map((process) => readProcess(file, process));
  for (const child of root.children) if (isPartOfProcesses(child)) tellIgnored(file, child);
  const refused = file.findings.some(({ severity }) => severity === 'error');
  return { processes: refused ? [] : processes, findings: inOrder(file.findings) };
}

function executableProcesses(file: BpmnFile): readonly XmlElement[] {
  const executable: XmlElement[] = [];
  new Extensions(file, file.root).finish();
  for (const child of file.root.children) {
    if (!isBpmn(child)) continue;
    if (!definitions.has(child.name)) file.refuse(child, 'unsupported-element', `'bpmn:${child.name}' is not executed.`);
    if (child.name !== 'process') continue;
    if (child.attributes['isExecutable'] === 'true') executable.push(child);
    else file.note(child, 'not-executable', `The process '${child.attributes['id'] ?? ''}' is not executable (isExecutable), so it is kept and ignored.`);
  }
  if (executable.length === 0) file.refuse(file.root, 'no-executable-process', 'The file holds no executable process (isExecutable="true").');
  return executable;
}

/** Definitions that no process uses mean nothing, and processes that are not executable are ignored as a whole. */
const isPartOfProcesses = ({ name, attributes }: XmlElement): boolean =>
  name === 'collaboration' || name === 'BPMNDiagram' || (name === 'process' && attributes['isExecutable'] === 'true');

const inOrder = (findings: readonly Finding[]): readonly Finding[] => [...findings].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
