import { isPossibleKey } from '../../contract/index.ts';
import { evaluateDecision as evaluate, type DecisionModel } from '../../kernel/dmn/index.ts';
import { fromJson, scopeOf, toJson, type FeelContext } from '../../kernel/feel/index.ts';
import { findDecisionVersion, recordEvaluation, type DecisionVersion } from '../../store/index.ts';
import type { Caller } from '../access/caller.ts';
import { found } from '../access/found.ts';
import { mustBeAllowed } from '../access/must-be-allowed.ts';
import type { Services } from '../services.ts';
import { tenantTime } from '../tenant-time.ts';
import type { Verb } from '../verb.ts';

/** FEEL operations that one evaluation may take. */
const mostSteps = 1_000_000;

/** Evaluates the latest version of a decision, or one by its key. A decision that fails is answered too: what failed, and why. */
export const evaluateDecision: Verb<'evaluateDecision'> = async (services, { caller, body }) => {
  const { store, contents } = services;
  const at = await tenantTime(services, caller.tenantId);
  const name = 'decisionDefinitionKey' in body ? body.decisionDefinitionKey : body.decisionDefinitionId;
  const choice = 'decisionDefinitionKey' in body ? { key: isPossibleKey(name) ? name : '0' } : { id: name };
  const decision = found('decision definition', name, await store.inTenant(caller.tenantId, (tx) => findDecisionVersion(tx, choice)));
  mustBeAllowed(caller, 'evaluate', 'decision definition', { decisionId: decision.decisionDefinitionId });
  const outcome = evaluate(
    JSON.parse(await contents.read(caller.tenantId, decision.modelHash)) as DecisionModel, decision.decisionDefinitionId, scopeOf(fromJson(body.variables) as FeelContext), environmentOf(services, caller, at),
  );
  const output = JSON.stringify(outcome.ok ? toJson(outcome.output) : null);
  const { decisionEvaluationKey, decisions } = await store.inTenant(caller.tenantId, (tx) =>
    recordEvaluation(tx, { decision, evaluations: outcome.evaluations, failure: outcome.ok ? null : outcome.message, output, actor: caller.actor, at, requestId: caller.requestId }),
  );
  return {
    ...describeDecision(decision),
    decisionEvaluationKey,
    decisionInstanceKey: decisionEvaluationKey,
    output,
    failedDecisionDefinitionId: outcome.ok ? null : outcome.decisionId,
    failureMessage: outcome.ok ? null : outcome.message,
    evaluatedDecisions: decisions.map(({ result, ...one }) => ({ ...one, output: result, tenantId: caller.tenantId })),
    tenantId: caller.tenantId,
  };
};

function describeDecision({ decisionDefinitionId, decisionDefinitionKey, name, version, decisionRequirementsId, decisionRequirementsKey }: DecisionVersion) {
  return { decisionDefinitionId, decisionDefinitionKey, decisionDefinitionName: name, decisionDefinitionVersion: version, decisionRequirementsId, decisionRequirementsKey };
}

function environmentOf({ tenantOf }: Services, { tenantId }: Caller, at: number) {
  const tenant = tenantOf(tenantId);
  return { now: at, zone: tenant?.zone ?? 'UTC', budget: { steps: mostSteps }, calendars: tenant?.calendars ?? [] };
}
