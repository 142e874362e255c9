import type { StepEvent } from '../../store/index.ts';
import type { Definitions } from '../workflow/definitions.ts';

/** The models that logged events refer to, for the codec to put in. */
export function decisionModelsIn(events: readonly StepEvent[]): Definitions {
  const definitions: Record<string, null> = {};
  for (const event of events) {
    if (event.type !== 'definition resolved' || !event.outcome.found) continue;
    const { definition } = event.outcome;
    if (definition.kind === 'decision') definitions[definition.modelHash] = null;
  }
  return definitions;
}
