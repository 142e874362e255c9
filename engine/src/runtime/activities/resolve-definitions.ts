import { findDecisionVersion, findProcessVersion, type LoggedResolution, type Store, type Tx } from '../../store/index.ts';
import type { DefinitionQuestion, DefinitionsResolved, ResolveDefinitions } from '../protocol.ts';

/** Finds the versions that references are bound to now. What is found is frozen with the event that answers. */
export async function resolveDefinitions(store: Store, { tenantId, processDefinitionKey, questions }: ResolveDefinitions): Promise<DefinitionsResolved> {
  const definitions: Record<string, null> = {};
  const outcomes: LoggedResolution['outcome'][] = [];
  await store.inTenant(tenantId, async (tx) => {
    for (const question of questions) {
      const outcome = await (question.kind === 'decision' ? findDecision : findProcess)(tx, question, processDefinitionKey);
      if (outcome.found && outcome.definition.kind === 'decision') definitions[outcome.definition.modelHash] = null;
      outcomes.push(outcome);
    }
  });
  return { outcomes, definitions };
}

async function findDecision(tx: Tx, { id, binding }: DefinitionQuestion, from: string): Promise<LoggedResolution['outcome']> {
  const version = await findDecisionVersion(tx, { id, binding, from });
  if (!version) return { found: false, message: `No decision ${described(id, binding)} is deployed.` };
  const { decisionDefinitionKey, decisionRequirementsKey, decisionDefinitionId: decisionId, version: number, modelHash } = version;
  return { found: true, definition: { kind: 'decision', decisionDefinitionKey, decisionRequirementsKey, decisionId, version: number, modelHash } };
}

async function findProcess(tx: Tx, { id, binding }: DefinitionQuestion, from: string): Promise<LoggedResolution['outcome']> {
  const version = await findProcessVersion(tx, { id, binding, from });
  if (!version) return { found: false, message: `No process ${described(id, binding)} is deployed.` };
  const { processDefinitionKey, processDefinitionId: processId, version: number } = version;
  return { found: true, definition: { kind: 'process', processDefinitionKey, processId, version: number } };
}

function described(id: string, binding: DefinitionQuestion['binding']): string {
  switch (binding.type) {
    case 'latest':
      return id;
    case 'deployment':
      return `${id} of the same deployment`;
    case 'version tag':
      return `${id} with the version tag ${binding.versionTag}`;
    default:
      return binding satisfies never;
  }
}
