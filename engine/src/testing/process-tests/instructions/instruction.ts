import type { z } from 'zod';
import type { Variables } from '../../../kernel/index.ts';
import type { ProcessTestEngine } from '../process-test-engine.ts';

/** A test case while it runs. */
export interface TestRun {
  readonly engine: ProcessTestEngine;
  /** How long what is expected may take to come true, in milliseconds. */
  readonly patience: number;
  /** Example output data that the drawing keeps at an element, if any. */
  readonly exampleDataOf: (elementId: string) => Variables | null;
  /** Behaviours that the case has registered; asked after each instruction. */
  readonly behaviours: Behaviour[];
}

export interface Behaviour {
  readonly name: string;
  readonly conditions: readonly ParsedInstruction[];
  readonly actions: readonly ParsedInstruction[];
  fired: number;
}

/** One instruction of a test file, checked against its schema. */
export interface ParsedInstruction {
  readonly type: string;
  run(test: TestRun): Promise<Failure>;
}

/** What went wrong, in plain words; null when nothing did. */
export type Failure = string | null;

/** One type of instruction of the CPT format. */
export interface Instruction<S extends z.ZodType = z.ZodType> {
  readonly schema: S;
  run(test: TestRun, instruction: z.output<S>): Promise<Failure>;
}

export const instruction = <S extends z.ZodType>(schema: S, run: Instruction<S>['run']): Instruction<S> => ({ schema, run });

/** Repeats a check until it holds, or patience ends. */
export async function eventually({ patience }: TestRun, check: () => Promise<Failure>): Promise<Failure> {
  const until = Date.now() + patience;
  for (;;) {
    const failure = await check();
    if (failure === null || Date.now() >= until) return failure;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

/** Waits for a record to be there. */
export async function awaited<T>(test: TestRun, what: string, find: () => Promise<T | undefined>): Promise<{ readonly found: T } | { readonly failure: string }> {
  let found: T | undefined;
  const failure = await eventually(test, async () => ((found = await find()) === undefined ? `There is no ${what}.` : null));
  return found === undefined ? { failure: failure ?? '' } : { found };
}

const pause = 50;
