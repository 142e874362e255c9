import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileDecisions } from '../compile/index.ts';
import { evaluateDecision, type DecisionModel } from '../kernel/dmn/index.ts';
import { scopeOf, toJson } from '../kernel/feel/index.ts';

interface Signer {
  readonly role: string;
  readonly stage: number;
  readonly meaning: string;
  readonly sla: number;
  readonly slaUnit: string;
  readonly rules: readonly string[];
}

const modelOf = (file: string): DecisionModel => {
  const { model, findings } = compileDecisions(readFileSync(new URL(`../../../workflows/${file}`, import.meta.url), 'utf8'));
  expect(findings).toEqual([]);
  if (model === null) throw new Error(`${file} can't be read`);
  return model;
};
const classification = modelOf('eco-classification.dmn');
const matrix = modelOf('eco-approval-matrix.dmn');

function decide(model: DecisionModel, id: string, variables: Record<string, unknown>) {
  const outcome = evaluateDecision(model, id, scopeOf(variables), { now: 0, zone: 'UTC', budget: { steps: 1_000_000 } });
  if (!outcome.ok) throw new Error(outcome.message);
  return { output: toJson(outcome.output), rules: outcome.evaluations.flatMap(({ matchedRules }) => matchedRules.map(({ ruleId }) => ruleId)), warnings: outcome.warnings };
}

/** Every combination of the values given for each name. */
function* combinations(choices: Readonly<Record<string, readonly unknown[]>>): Generator<Record<string, unknown>> {
  const names = Object.keys(choices);
  const sizes = names.map((name) => choices[name]?.length ?? 0);
  const total = sizes.reduce((product, size) => product * size, 1);
  for (let n = 0; n < total; n++) {
    let left = n;
    yield Object.fromEntries(names.map((name, i) => {
      const at = left % (sizes[i] ?? 1);
      left = Math.floor(left / (sizes[i] ?? 1));
      return [name, choices[name]?.[at]];
    }));
  }
}

const yesNo = [false, true];
const kinds = [['document'], ['design'], ['process'], ['material'], ['supplier'], ['label'], ['software'], ['equipment'], ['site'], ['process', 'material'], ['design', 'software', 'label']];
const outcomes = [['none'], ['note-to-file'], ['none', 'notify'], ['notify', 'prior-approval']];

describe('the classification of a change (D1), over all combinations', () => {
  const all = [...combinations({ changeTypes: kinds, affectsFormFitFunction: yesNo, riskFileImpact: ['none', 'update', 'new-hazard'], marketOutcomes: outcomes, validationNeeded: [[], ['iq']], sterileOrImplant: yesNo, intendedUseChange: yesNo, criticalSupplierChanged: [false], deliveredProductAffected: yesNo })].map((facts) => ({ facts, ...decide(classification, 'eco-classification', facts) }));

  it('always gives a class, without a warning', () => {
    expect(all.filter(({ output, warnings }) => ![0, 1, 2, 3].includes(output as number) || warnings.length > 0)).toEqual([]);
  });

  it('is Administrative for nothing but documents', () => {
    expect(all.filter(({ facts, output }) => output === 0 && JSON.stringify(facts.changeTypes) !== '["document"]')).toEqual([]);
  });

  it('is Major and regulatory exactly for a new hazard, another intended use or a prior approval', () => {
    const should = (facts: Record<string, unknown>) => facts.riskFileImpact === 'new-hazard' || facts.intendedUseChange === true || (facts.marketOutcomes as string[]).includes('prior-approval');
    expect(all.filter(({ facts, output }) => (output === 3) !== should(facts))).toEqual([]);
  });

  it('never falls when something more is affected', () => {
    const without = decide(classification, 'eco-classification', { changeTypes: ['process'], marketOutcomes: ['none'], validationNeeded: [], riskFileImpact: 'none' }).output as number;
    for (const name of ['affectsFormFitFunction', 'sterileOrImplant', 'intendedUseChange', 'criticalSupplierChanged', 'deliveredProductAffected']) {
      expect(decide(classification, 'eco-classification', { changeTypes: ['process'], marketOutcomes: ['none'], validationNeeded: [], riskFileImpact: 'none', [name]: true }).output, name).toBeGreaterThanOrEqual(without);
    }
  });

  it('uses every row', () => {
    const fired = new Set([...all.flatMap(({ rules }) => rules), ...decide(classification, 'eco-classification', { criticalSupplierChanged: true }).rules]);
    expect(fired.size).toBe(12);
  });
});

describe('the approval matrix (D2), over all combinations', () => {
  const all = [...combinations({ rank: [0, 1, 2, 3], changeTypes: kinds, marketOutcomes: outcomes, markets: [['us'], ['us', 'eu'], ['cn'], ['us', 'eu', 'cn']], riskFileImpact: ['none', 'update'], benefitRiskNeeded: yesNo, udiDiChange: yesNo, costInCny: [0, 200_001, 1_000_001], sites: [['suzhou'], ['suzhou', 'munich']], emergency: yesNo })]
    .filter((_, i) => i % 7 === 0)
    .map((facts) => {
      const { output, rules, warnings } = decide(matrix, 'eco-approvers', facts);
      return { facts, signers: output as unknown as Signer[], rules, warnings };
    });
  const roles = (signers: readonly Signer[]) => signers.map(({ role }) => role);
  const isQuality = ({ role }: Signer) => ['qa-engineer', 'qa-manager', 'head-of-quality'].includes(role);

  it('looks at thousands of them', () => expect(all.length).toBeGreaterThan(9_000));

  it('always has a quality role that approves, and never one signer alone', () => {
    expect(all.filter(({ signers }) => !signers.some((signer) => isQuality(signer) && signer.meaning === 'approved') || signers.length < 2)).toEqual([]);
  });

  it('has whole rows only, each role once', () => {
    const isWhole = ({ role, stage, meaning, sla, slaUnit, rules }: Signer) => role !== '' && [0, 1, 2, 3].includes(stage) && ['reviewed', 'approved', 'verified'].includes(meaning) && sla > 0 && ['bd', 'h'].includes(slaUnit) && rules.length > 0;
    expect(all.filter(({ signers, warnings }) => !signers.every(isWhole) || new Set(roles(signers)).size !== signers.length || warnings.length > 0)).toEqual([]);
  });

  it('reaches stage 3 by way of stage 2', () => {
    expect(all.filter(({ signers }) => signers.some(({ stage }) => stage === 3) && !signers.some(({ stage }) => stage === 2))).toEqual([]);
  });

  it('has regulatory affairs sign for any regulatory outcome, and nobody else in its place', () => {
    expect(all.filter(({ facts, signers }) => roles(signers).includes('ra-manager') !== (facts.marketOutcomes as string[]).some((outcome) => outcome !== 'none'))).toEqual([]);
  });

  it('has the head of quality, the PRRC for the EU and the Chinese lead for China sign at rank 3', () => {
    const should = ({ rank, markets }: Record<string, unknown>) => [['prrc', 'eu'], ['cn-regulatory-lead', 'cn']].flatMap(([role, market]) => (rank === 3 && (markets as string[]).includes(market ?? '') ? [role] : []));
    expect(all.filter(({ facts, signers }) => JSON.stringify(roles(signers).filter((role) => role === 'prrc' || role === 'cn-regulatory-lead')) !== JSON.stringify(should(facts)))).toEqual([]);
    expect(all.filter(({ facts, signers }) => facts.rank === 3 && !roles(signers).includes('head-of-quality'))).toEqual([]);
  });

  it('loses nobody when the class rises, but the engineer to the manager', () => {
    for (const facts of combinations({ changeTypes: kinds, marketOutcomes: outcomes, markets: [['us', 'eu', 'cn']], costInCny: [0, 1_000_001], sites: [['suzhou']], riskFileImpact: ['none', 'update'] })) {
      const [before, ...later] = [0, 1, 2, 3].map((rank) => roles(decide(matrix, 'eco-approvers', { ...facts, rank, benefitRiskNeeded: false, udiDiChange: false, emergency: false }).output as unknown as Signer[]).filter((role) => role !== 'qa-engineer' && role !== 'qa-manager'));
      later.reduce<readonly string[]>((lower, higher) => {
        expect(lower.filter((role) => !higher.includes(role))).toEqual([]);
        return higher;
      }, before ?? []);
    }
  });

  it('uses every row', () => {
    expect(new Set(all.flatMap(({ rules }) => rules)).size).toBe(20);
  });

  it('asks eight signers at most below rank 3, for one kind of change at one site without money or clinical judgement', () => {
    const plain = all.filter(({ facts }) => (facts.rank as number) <= 2 && (facts.changeTypes as string[]).length === 1 && (facts.sites as string[]).length === 1 && facts.costInCny === 0 && !facts.emergency && !facts.benefitRiskNeeded && !facts.udiDiChange);
    expect(plain.length).toBeGreaterThan(50);
    expect(plain.filter(({ signers }) => signers.length > 8)).toEqual([]);
  });
});
