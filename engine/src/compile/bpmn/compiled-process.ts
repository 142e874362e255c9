import type { Finding } from '../../contract/index.ts';
import type { Binding, FormReference, ProcessModel } from '../../kernel/index.ts';

/** What compiling a `.bpmn` file comes to. With an error among the findings nothing of it is deployed, and `processes` is empty. */
export interface CompiledBpmn {
  /** The executable processes, in drawn order. */
  readonly processes: readonly CompiledProcess[];
  readonly findings: readonly Finding[];
}

export interface CompiledProcess {
  readonly processId: string;
  readonly name: string | null;
  readonly versionTag: string | null;
  /** Plain data for the kernel. */
  readonly model: ProcessModel;
  readonly startEvents: readonly CompiledStartEvent[];
  readonly references: CompiledReferences;
  /** Form of the none start event. */
  readonly startForm: FormReference | null;
}

export interface CompiledStartEvent {
  readonly elementId: string;
  readonly trigger:
    | { readonly type: 'none' }
    /** `name` is FEEL when it begins with `=`, evaluated without variables. */
    | { readonly type: 'message'; readonly name: string };
}

/** Other definitions that the process names by fixed text; what an expression names is found out when it runs. */
export interface CompiledReferences {
  readonly forms: readonly Reference[];
  readonly decisions: readonly Reference[];
  readonly processes: readonly Reference[];
  /** Business calendars of the tenant. */
  readonly calendars: readonly string[];
}

export interface Reference {
  readonly elementId: string;
  readonly id: string;
  readonly binding: Binding;
}
