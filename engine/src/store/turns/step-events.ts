import type { KernelEvent, ResolvedDecision } from '../../kernel/events.ts';
import type { Store } from '../open-store.ts';

/** Events as the step log holds them: a resolved decision without its model, which stands in the definitions. */
export function slimEvents(events: readonly KernelEvent[]): unknown[] {
  return events.map((event) => {
    const decision = resolvedDecision(event);
    return decision ? { ...event, outcome: { found: true, definition: { ...decision, model: null } } } : event;
  });
}

/** The reverse of `slimEvents`. */
export async function restoreEvents(store: Store, tenantId: string, events: readonly KernelEvent[]): Promise<KernelEvent[]> {
  return Promise.all(
    events.map(async (event) => {
      const decision = resolvedDecision(event);
      if (!decision || event.type !== 'definition resolved') return event;
      const { content } = await store.inTenant(tenantId, (tx) =>
        tx.selectFrom('decision_definitions as d').innerJoin('definition_contents as c', (join) => join.onRef('c.tenant_id', '=', 'd.tenant_id').onRef('c.hash', '=', 'd.model_hash'))
          .where('d.decision_definition_key', '=', decision.decisionDefinitionKey).select('c.content').executeTakeFirstOrThrow());
      return { ...event, outcome: { found: true as const, definition: { ...decision, model: JSON.parse(content) as ResolvedDecision['model'] } } };
    }),
  );
}

function resolvedDecision(event: KernelEvent): ResolvedDecision | undefined {
  if (event.type !== 'definition resolved' || !event.outcome.found) return undefined;
  return event.outcome.definition.kind === 'decision' ? event.outcome.definition : undefined;
}
