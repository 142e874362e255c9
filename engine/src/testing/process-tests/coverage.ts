import { compileBpmn, type CompiledProcess } from '../../compile/index.ts';
import type { ResourceFile } from '../host/definitions.ts';
import type { ProcessTestEngine } from './process-test-engine.ts';

/** How much of a process its tests have passed through. */
export interface ProcessCoverage {
  readonly processId: string;
  readonly name: string | null;
  readonly elements: Covered;
  readonly flows: Covered;
}

export interface Covered {
  readonly covered: number;
  readonly all: number;
  /** Ids of what no test has passed. */
  readonly missed: readonly string[];
}

/** Gathers which elements and sequence flows the cases of a run have passed. */
export class CoverageGatherer {
  private readonly processes = new Map<string, CompiledProcess>();
  private readonly passed = new Map<string, Set<string>>();

  addProcesses(files: readonly ResourceFile[]): void {
    for (const { name, text } of files) if (name.endsWith('.bpmn')) for (const process of compileBpmn(text).processes) this.processes.set(process.processId, process);
  }

  async addRun(engine: ProcessTestEngine): Promise<void> {
    for (const { key, processId } of await engine.instances()) {
      const passed = this.passed.get(processId) ?? new Set();
      for (const { elementId } of await engine.elements(key)) passed.add(elementId);
      for (const flow of await engine.flowsTaken(key)) passed.add(flow);
      this.passed.set(processId, passed);
    }
  }

  /** Of the processes that were started at all. */
  result(): readonly ProcessCoverage[] {
    return [...this.passed].flatMap(([processId, passed]) => {
      const process = this.processes.get(processId);
      if (!process) return [];
      const elements = Object.keys(process.model.elements).filter((id) => id !== processId);
      return [{ processId, name: process.name, elements: cover(elements, passed), flows: cover(Object.keys(process.model.flows), passed) }];
    });
  }
}

function cover(ids: readonly string[], passed: ReadonlySet<string>): Covered {
  const missed = ids.filter((id) => !passed.has(id));
  return { covered: ids.length - missed.length, all: ids.length, missed };
}
