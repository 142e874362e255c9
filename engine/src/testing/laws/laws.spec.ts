import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEnded, step } from '../../kernel/index.ts';
import { DrivenInstance, isRefusedTwice } from './drive.ts';
import { brokenInvariants } from './invariants.ts';
import { randomModel } from './random-models.ts';

const numRuns = process.env['LOOPWRIGHT_NIGHTLY'] ? 10_000 : 300;
const choices = fc.array(fc.nat(1_000), { maxLength: 40 });
const begun = (model: ConstructorParameters<typeof DrivenInstance>[0], variables: { n?: number }): DrivenInstance => {
  const instance = new DrivenInstance(model);
  instance.send({ type: 'instance started', variables });
  return instance;
};
const beginning = fc.constantFrom<{ n?: number }>({ n: 0 }, { n: 3 }, {});

function* played(instance: DrivenInstance, chosen: readonly number[]): Generator<DrivenInstance> {
  yield instance;
  for (const choice of chosen) {
    const moves = instance.moves(choice);
    const move = moves[choice % Math.max(1, moves.length)];
    if (!move) return;
    instance.send(move);
    yield instance;
  }
}

const timeout = 5_000 + numRuns * 60;

describe('random well-formed processes', { timeout }, () => {
  it('end, wait or raise an incident, and leave nothing behind', () => {
    fc.assert(
      fc.property(randomModel, beginning, choices, (model, variables, chosen) => {
        for (const instance of played(begun(model, variables), chosen)) {
          expect(brokenInvariants(instance)).toEqual([]);
          expect(isRefusedTwice(instance)).toBe(true);
        }
      }),
      { numRuns },
    );
  });

  it('go on from a snapshot that was JSON as from the one that was not, and never change the one they were given', () => {
    fc.assert(
      fc.property(randomModel, beginning, choices, (model, variables, chosen) => {
        for (const instance of played(begun(model, variables), chosen)) {
          const text = JSON.stringify(instance.snapshot);
          const revived = JSON.parse(text) as DrivenInstance['snapshot'];
          expect(revived).toEqual(instance.snapshot);
          const [body] = instance.moves(1);
          if (!body) return;
          const event = { id: 'next', at: 1_780_000_000_000, ...body };
          expect(step(model, revived, event)).toEqual(step(model, instance.snapshot, event));
          expect(JSON.stringify(instance.snapshot)).toBe(text);
        }
      }),
      { numRuns: Math.ceil(numRuns / 3) },
    );
  });

  it('replayed from their events come to the same snapshot, commands and facts', () => {
    fc.assert(
      fc.property(randomModel, beginning, choices, (model, variables, chosen) => {
        const live = [...played(begun(model, variables), chosen)].at(-1) as DrivenInstance;
        const copy = JSON.parse(JSON.stringify(model)) as typeof model;
        let { first: snapshot } = live;
        const [commands, facts]: [unknown[], unknown[]] = [[], []];
        for (const event of live.events) {
          const result = step(copy, snapshot, event);
          snapshot = result.snapshot;
          commands.push(...result.commands);
          facts.push(...result.facts);
        }
        expect({ snapshot, commands, facts }).toEqual({ snapshot: live.snapshot, commands: live.commands, facts: live.facts });
      }),
      { numRuns: Math.ceil(numRuns / 3) },
    );
  });

  it('can always be cancelled', () => {
    fc.assert(
      fc.property(randomModel, beginning, choices, (model, variables, chosen) => {
        const instance = [...played(begun(model, variables), chosen.slice(0, 5))].at(-1) as DrivenInstance;
        if (isEnded(instance.snapshot)) return;
        instance.send({ type: 'cancel requested' });
        expect(instance.snapshot.state).toBe('terminated');
        expect(brokenInvariants(instance)).toEqual([]);
      }),
      { numRuns: Math.ceil(numRuns / 3) },
    );
  });

  it('mostly come to an end when everybody does their part', () => {
    const models = fc.sample(randomModel, { numRuns: 100, seed: 7 });
    const ended = models.filter((model) => isEnded(([...played(begun(model, { n: 1 }), Array.from({ length: 300 }, (_, index) => index * 7 + 3))].at(-1) as DrivenInstance).snapshot));
    expect(ended.length).toBeGreaterThan(60);
  });
});
