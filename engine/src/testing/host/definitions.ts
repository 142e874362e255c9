import type { Finding } from '../../contract/index.ts';
import { compileBpmn, compileDecisions, type CompiledProcess } from '../../compile/index.ts';
import type { Binding, DefinitionResolved, Json } from '../../kernel/index.ts';
import type { DecisionModel } from '../../kernel/dmn/index.ts';
import { fixedDecision } from './fixed-decision.ts';

/** A file to deploy. Its name ends in `.bpmn`, `.dmn`, or `.form` or `.json` for forms, which nothing is done with. */
export interface ResourceFile {
  readonly name: string;
  readonly text: string;
}

export interface DeployedProcess {
  readonly key: string;
  readonly version: number;
  readonly deployment: number;
  readonly compiled: CompiledProcess;
}

export interface DeployedDecision {
  readonly key: string;
  readonly requirementsKey: string;
  readonly version: number;
  readonly deployment: number;
  readonly decisionId: string;
  readonly name: string;
  readonly model: DecisionModel;
}

export interface Deployment {
  /** Nothing is deployed when one of the files is refused. */
  readonly deployed: boolean;
  readonly findings: readonly (Finding & { readonly file: string })[];
}

type Named = DefinitionResolved['outcome'];

/** Processes and decisions by id and version, as a host resolves them. */
export class Definitions {
  readonly processes = new Map<string, DeployedProcess[]>();
  readonly decisions = new Map<string, DeployedDecision[]>();
  private readonly drawKey: () => string;
  private deployments = 0;

  constructor(drawKey: () => string) {
    this.drawKey = drawKey;
  }

  deploy(files: readonly ResourceFile[]): Deployment {
    const drawings = files.filter(({ name }) => name.endsWith('.bpmn')).map(({ name, text }) => ({ file: name, ...compileBpmn(text) }));
    const tables = files.filter(({ name }) => name.endsWith('.dmn'));
    const models = tables.map(({ name, text }) => ({ file: name, ...compileDecisions(text, tables.flatMap((other) => (other.name === name ? [] : [other.text]))) }));
    const findings = [...drawings, ...models].flatMap(({ file, findings: told }) => told.map((finding) => ({ ...finding, file })));
    if (findings.some(({ severity }) => severity === 'error')) return { deployed: false, findings };
    const deployment = ++this.deployments;
    for (const { processes } of drawings) for (const compiled of processes) this.addProcess(compiled, deployment);
    for (const { model } of models) if (model) this.addDecisions(model, deployment);
    return { deployed: true, findings };
  }

  process(id: string): DeployedProcess | null {
    return this.processes.get(id)?.at(-1) ?? null;
  }

  processByKey(key: string): DeployedProcess {
    const found = [...this.processes.values()].flat().find((process) => process.key === key);
    if (!found) throw new Error(`no process definition ${key}`);
    return found;
  }

  decision(id: string): DeployedDecision | null {
    return this.decisions.get(id)?.at(-1) ?? null;
  }

  /** Answers `resolve definition`; `deployment` is that of the process which asks. */
  resolve(kind: 'process' | 'decision', id: string, binding: Binding, deployment: number): Named {
    const message = `There is no ${kind} '${id}' (${binding.type === 'version tag' ? `version tag ${binding.versionTag}` : binding.type}).`;
    if (kind === 'decision') {
      const found = binding.type === 'version tag' ? undefined : bound(this.decisions.get(id) ?? [], binding, deployment);
      if (!found) return { found: false, message };
      const { key: decisionDefinitionKey, requirementsKey: decisionRequirementsKey, version, model } = found;
      return { found: true, definition: { kind, decisionDefinitionKey, decisionRequirementsKey, decisionId: id, version, model } };
    }
    const versions = this.processes.get(id) ?? [];
    const tagged = binding.type === 'version tag' ? versions.filter(({ compiled }) => compiled.versionTag === binding.versionTag) : versions;
    const found = binding.type === 'version tag' ? tagged.at(-1) : bound(tagged, binding, deployment);
    return found ? { found: true, definition: { kind, processDefinitionKey: found.key, processId: id, version: found.version } } : { found: false, message };
  }

  /** Lets a decision give a fixed output. */
  standInForDecision(decisionId: string, output: Json): void {
    this.addDecisions(fixedDecision(decisionId, this.decision(decisionId)?.name ?? decisionId, output), this.deployments);
  }

  private addProcess(compiled: CompiledProcess, deployment: number): void {
    const versions = this.processes.get(compiled.processId) ?? [];
    this.processes.set(compiled.processId, [...versions, { key: this.drawKey(), version: versions.length + 1, deployment, compiled }]);
  }

  private addDecisions(model: DecisionModel, deployment: number): void {
    const requirementsKey = this.drawKey();
    for (const { id, name } of model.decisions) {
      const versions = this.decisions.get(id) ?? [];
      const decision = { key: this.drawKey(), requirementsKey, version: versions.length + 1, deployment, decisionId: id, name, model };
      this.decisions.set(id, [...versions, decision]);
    }
  }
}

function bound<T extends { readonly deployment: number }>(versions: readonly T[], binding: Binding, deployment: number): T | undefined {
  return binding.type === 'deployment' ? versions.findLast((version) => version.deployment === deployment) : versions.at(-1);
}
