import type { Finding } from '../../contract/index.ts';
import { checkModel, type DecisionModel } from '../../kernel/dmn/index.ts';
import { readXmlSafely } from '../xml/read-xml-safely.ts';
import { modelNamespaces } from './namespaces.ts';
import { readModel, type OwnModel } from './read-model.ts';
import { Reading } from './reading.ts';

/** A decision model, and what is wrong with it; with an error among the findings it is not to be deployed. */
export interface CompiledDecisions {
  /** Null where the file can't be read at all. */
  readonly model: DecisionModel | null;
  readonly findings: readonly Finding[];
}

/**
 * Reads a `.dmn` file, version 1.1 to 1.5.
 * @param text the file
 * @param others the files that it may import, in any order
 */
export function compileDecisions(text: string, others: readonly string[] = []): CompiledDecisions {
  const own = readFile(text);
  if (!own.model) return { model: null, findings: own.findings };
  const available = others.flatMap((other) => readFile(other).model ?? []);
  const findings = [...own.findings];
  const model = withImports(own.model, available, findings, new Map());
  for (const { elementId, code, message } of checkModel(model)) findings.push({ elementId, line: own.lineOf(elementId), severity: 'error', code, message });
  return { model, findings };
}

interface ReadFile {
  readonly model: OwnModel | null;
  readonly findings: readonly Finding[];
  readonly lineOf: (id: string) => number | null;
}

function readFile(text: string): ReadFile {
  const document = readXmlSafely(text);
  if (!document.ok) return { model: null, findings: [document.error], lineOf: () => null };
  const { root, lineOf } = document.value;
  const reading = new Reading();
  if (root.name !== 'definitions' || root.namespace === null || !Object.hasOwn(modelNamespaces, root.namespace)) {
    reading.error(root, 'dmn-version', `'${root.name}' of '${root.namespace ?? 'no namespace'}' is no DMN 1.1 to 1.5 model.`);
    return { model: null, findings: reading.findings, lineOf };
  }
  return { model: readModel(root, reading), findings: reading.findings, lineOf };
}

/** Puts in what a model imports; each imported model is made once, and one that imports itself is refused. */
function withImports({ importsOf, ...model }: OwnModel, available: readonly OwnModel[], findings: Finding[], made: Map<string, DecisionModel | null>): DecisionModel {
  made.set(model.namespace, null);
  const imports = importsOf.flatMap(({ name, namespace, line }) => {
    const found = available.find((other) => other.namespace === namespace);
    const refuse = (message: string): never[] => {
      findings.push({ elementId: null, line, severity: 'error', code: 'dmn-import', message });
      return [];
    };
    if (!found) return refuse(`The imported model '${namespace}' is not among the files deployed together.`);
    if (made.get(namespace) === null) return refuse(`The model '${namespace}' imports itself.`);
    const imported = made.get(namespace) ?? withImports(found, available, findings, made);
    return [{ name, model: imported }];
  });
  const complete = { ...model, imports };
  made.set(model.namespace, complete);
  return complete;
}
