import type { Json, ProcessModel, Variables } from '../../kernel/index.ts';
import { findProcessVersion, readContent } from '../../store/index.ts';
import { ask } from './ask.ts';
import type { Backend } from './open-backend.ts';
import type { Caller } from './caller.ts';
import { notFound, wrongState, type Outcome } from './outcome.ts';
import { CREATE_PROCESS_INSTANCE, type AskedStart } from './send-request.ts';

export interface CreateProcessInstance {
  readonly processDefinitionKey: string;
  readonly variables: Variables;
  readonly businessId?: string;
  readonly tags?: readonly string[];
  /** Another start event than the one without a trigger. */
  readonly startElementId?: string;
}

/** What never changes about a version of a process. */
interface Startable {
  readonly modelHash: string;
  readonly startElements: ReadonlyMap<string, { readonly hasTrigger: boolean }>;
}

/** Makes the instance's row and key with the request, then starts its workflow; answers when its first turn is projected. */
export function processInstanceCreator(backend: Backend) {
  const known = new Map<string, Startable>();

  async function findStartable(tenantId: string, processDefinitionKey: string): Promise<Startable | undefined> {
    const name = `${tenantId} ${processDefinitionKey}`;
    let startable = known.get(name);
    if (!startable) {
      startable = await backend.store.inTenant(tenantId, async (tx) => {
        const version = await findProcessVersion(tx, { key: processDefinitionKey });
        return version && { modelHash: version.modelHash, startElements: startElementsOf(JSON.parse(await readContent(tx, version.modelHash)) as ProcessModel) };
      });
      if (startable) known.set(name, startable);
    }
    return startable;
  }

  return async (request: Caller & CreateProcessInstance): Promise<Outcome<{ readonly processInstanceKey: string }>> => {
    const { tenantId, processDefinitionKey, variables, businessId, tags, startElementId, zone } = request;
    const startable = await findStartable(tenantId, processDefinitionKey);
    if (!startable) return notFound;
    const { modelHash, startElements } = startable;
    if (startElementId === undefined && ![...startElements.values()].some(({ hasTrigger }) => !hasTrigger)) return wrongState('The process has no start event without a trigger.');
    if (startElementId !== undefined && !startElements.has(startElementId)) return wrongState(`The process has no start event ${startElementId}.`);
    const command: AskedStart = { processDefinitionKey, modelHash, variables, ...(startElementId !== undefined && { startElementId }), ...(zone !== undefined && { zone }) };
    return ask(backend, request, {
      operation: CREATE_PROCESS_INSTANCE,
      command: command as unknown as Json,
      newInstance: { processDefinitionKey, ...(businessId !== undefined && { businessId }), ...(tags && { tags }) },
    });
  };
}

function startElementsOf({ processId, elements }: ProcessModel): Startable['startElements'] {
  const starts = Object.values(elements).filter((element) => element.type === 'start event' && element.scope === processId);
  return new Map(starts.map((element) => [element.id, { hasTrigger: 'trigger' in element && element.trigger !== undefined }]));
}
