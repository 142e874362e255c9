import type { ElementModel } from './element-model.ts';
import type { ExpressionText } from './expression-text.ts';

/** A compiled process: plain data, the same text for the same drawing, so that its hash names it. */
export interface ProcessModel {
  readonly processId: string;
  /** Business calendar that its expressions and timers use; the tenant's first one when absent. */
  readonly calendar?: string;
  /** By id, in drawn order; the process itself is one of them. */
  readonly elements: Readonly<Record<string, ElementModel>>;
  readonly flows: Readonly<Record<string, FlowModel>>;
}

/** A sequence flow. */
export interface FlowModel {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly condition?: ExpressionText;
}
