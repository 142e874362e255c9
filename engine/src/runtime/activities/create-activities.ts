import type { Store } from '../../store/index.ts';
import type { ProcessActivities, TurnDraft } from '../protocol.ts';
import { project } from './project.ts';
import { readTurnsFrom } from './read-turns.ts';
import { resolveDefinitions } from './resolve-definitions.ts';

/** Places where a test may end the worker. */
export interface ProjectionHooks {
  beforeProjection?(draft: TurnDraft): Promise<void>;
  /** The transaction has committed, Temporal does not know it yet. */
  afterProjection?(draft: TurnDraft): Promise<void>;
}

export function createActivities(store: Store, hooks: ProjectionHooks = {}): ProcessActivities {
  return {
    async project(draft) {
      await hooks.beforeProjection?.(draft);
      const projected = await project(store, draft);
      await hooks.afterProjection?.(draft);
      return projected;
    },
    readTurns: (question) => readTurnsFrom(store, question),
    resolveDefinitions: (question) => resolveDefinitions(store, question),
  };
}
