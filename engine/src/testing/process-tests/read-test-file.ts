import { z } from 'zod';
import { actions } from './instructions/act.ts';
import { expectations } from './instructions/expect.ts';
import type { Instruction, ParsedInstruction } from './instructions/instruction.ts';
import { standIns } from './instructions/stand-in.ts';

/** A test case, its instructions checked and ready to run. */
export interface TestCase {
  readonly name: string;
  readonly description: string | null;
  readonly instructions: readonly ParsedInstruction[];
}

const testFile = z.looseObject({
  testCases: z.array(z.looseObject({ name: z.string(), description: z.string().optional(), instructions: z.array(z.looseObject({ type: z.string() })) })),
});

const behaviour = z.strictObject({
  type: z.literal('CONDITIONAL_BEHAVIOR'),
  name: z.string().optional(),
  conditions: z.array(z.looseObject({ type: z.string().startsWith('ASSERT_', 'a condition expects something (ASSERT_…)') })).min(1),
  actions: z.array(z.looseObject({ type: z.string() })).min(1),
});

type Raw = { readonly type: string };

const instructions: Readonly<Record<string, Instruction>> = { ...actions, ...standIns, ...expectations };

/** Instructions of the format for elements that are not executed yet. */
const unsupported: ReadonlySet<string> = new Set([
  'BROADCAST_SIGNAL', 'COMPLETE_JOB_AD_HOC_SUB_PROCESS', 'COMPLETE_JOB_USER_TASK_LISTENER', 'EVALUATE_CONDITIONAL_START_EVENT',
]);

/** The cases of a test file, or null when the JSON is no test file. */
export function readTestFile(json: unknown): readonly TestCase[] | null {
  const file = testFile.safeParse(json);
  if (!file.success) return null;
  return file.data.testCases.map(({ name, description = null, instructions: raw }) => ({ name, description, instructions: raw.map(parseInstruction) }));
}

/** What can't be run fails when its turn comes, by name. */
function parseInstruction(raw: Raw): ParsedInstruction {
  if (raw.type === 'CONDITIONAL_BEHAVIOR') return parseBehaviour(raw);
  const known = Object.hasOwn(instructions, raw.type) ? instructions[raw.type] : undefined;
  if (!known) return failing(raw.type, unsupported.has(raw.type) ? 'this instruction is not supported yet' : 'this instruction is not known');
  const parsed = known.schema.safeParse(raw);
  if (!parsed.success) return failing(raw.type, faults(parsed.error));
  return { type: raw.type, run: (test) => known.run(test, parsed.data) };
}

function parseBehaviour(raw: Raw): ParsedInstruction {
  const parsed = behaviour.safeParse(raw);
  if (!parsed.success) return failing(raw.type, faults(parsed.error));
  const { name = 'conditional behavior', conditions, actions: acts } = parsed.data;
  const [parsedConditions, parsedActions] = [conditions.map(parseInstruction), acts.map(parseInstruction)];
  return {
    type: raw.type,
    run: async ({ behaviours }) => {
      behaviours.push({ name, conditions: parsedConditions, actions: parsedActions, fired: 0 });
      return null;
    },
  };
}

const failing = (type: string, message: string): ParsedInstruction => ({ type, run: async () => `${type}: ${message}` });

const faults = ({ issues }: z.ZodError): string => issues.map(({ path, message }) => `${path.join('.') || 'instruction'}: ${message}`).join('; ');
