import type { Behaviour, Failure, TestRun } from './instruction.ts';

const mostFirings = 1_000;

/**
 * Lets the behaviours of a case act: one acts as often as all its conditions hold, its actions in order, the last again and again.
 * `CONDITIONAL_BEHAVIOR` of the CPT format; there a background thread watches, here they are asked after each instruction.
 */
export async function runBehaviours(test: TestRun): Promise<Failure> {
  for (let firings = 0; firings < mostFirings; firings++) {
    const behaviour = await nextBehaviour(test);
    if (!behaviour) return null;
    const action = behaviour.actions[Math.min(behaviour.fired, behaviour.actions.length - 1)];
    behaviour.fired += 1;
    const failure = action ? await action.run(test) : null;
    if (failure !== null) return `The behaviour '${behaviour.name}' failed: ${failure}`;
  }
  return `The conditional behaviours still act after ${mostFirings} times.`;
}

async function nextBehaviour(test: TestRun): Promise<Behaviour | null> {
  const impatient = { ...test, patience: 0 };
  for (const behaviour of test.behaviours) {
    const failures = await Promise.all(behaviour.conditions.map((condition) => condition.run(impatient)));
    if (failures.every((failure) => failure === null)) return behaviour;
  }
  return null;
}
