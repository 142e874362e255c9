import { isPossibleKey, type Form } from '../../contract/index.ts';
import { fieldsOf } from '../../forms/index.ts';
import type { Variables } from '../../kernel/index.ts';
import { drawNumber, findProcessInstance, findRequest, type ProcessVersion } from '../../store/index.ts';
import type { Caller } from '../access/caller.ts';
import { found } from '../access/found.ts';
import { mustBeAllowed } from '../access/must-be-allowed.ts';
import { checkFormValues, readSchema } from '../form-values/check-form-values.ts';
import { notFound, Problem } from '../http/problem.ts';
import { requestIdOf } from '../once.ts';
import { requestOf, settled } from '../outcome.ts';
import type { Services } from '../services.ts';
import type { Asked, Verb } from '../verb.ts';
import { awaitEnd } from './await-end.ts';
import { chooseDefinition, findStartForm } from './choose-definition.ts';

/**
 * Starts an instance of a process that the caller may start, with the values that its start form lets through. The reply tells of the
 * instance as it stands, so that asked again with the same idempotency key it is the same, whatever was deployed meanwhile.
 */
export const createProcessInstance: Verb<'createProcessInstance'> = async (services, { caller, body }) => {
  refuseWhatIsNotDone(body);
  const { definition, form, number } = await prepare(services, caller, body);
  const variables = form === null ? body.variables : await checkFormValues(services, caller, { schema: form.schema, values: body.variables, stored: {}, number });
  const businessId = body.businessId ?? (form === null ? undefined : numberIn(form, variables));
  const { processInstanceKey } = settled(
    await services.runtime.createProcessInstance({
      ...requestOf(caller), processDefinitionKey: definition.processDefinitionKey, variables, tags: body.tags, ...(businessId !== undefined && { businessId }),
    }),
    'process definition',
    definition.processDefinitionKey,
  );
  const started = found('process instance', processInstanceKey, await services.store.inTenant(caller.tenantId, (tx) => findProcessInstance(tx, processInstanceKey)));
  const { processDefinitionId, processDefinitionVersion, processDefinitionKey, tenantId, tags } = started;
  return {
    processDefinitionId,
    processDefinitionVersion,
    processDefinitionKey,
    processInstanceKey,
    tenantId,
    variables: body.awaitCompletion ? await awaitEnd(services, caller.tenantId, processInstanceKey, body.requestTimeout, body.fetchVariables) : {},
    tags,
    businessId: started.businessId,
  };
};

type Creation = Asked<'createProcessInstance'>['body'];

function refuseWhatIsNotDone({ startInstructions, runtimeInstructions, ...body }: Creation): void {
  if (startInstructions.length > 0) throw new Problem('not-implemented', 'Starting before chosen elements (startInstructions) is not done here.');
  if (runtimeInstructions.length > 0) throw new Problem('not-implemented', 'Ending after chosen elements (runtimeInstructions) is not done here.');
  if ('processDefinitionKey' in body && !isPossibleKey(body.processDefinitionKey)) throw notFound('process definition', body.processDefinitionKey);
}

interface Prepared {
  readonly definition: ProcessVersion;
  /** Null as well where this was asked before: then the values have been checked. */
  readonly form: Form | null;
  readonly number: string;
}

async function prepare({ store }: Services, caller: Caller, body: Creation): Promise<Prepared> {
  return store.inTenant(caller.tenantId, async (tx) => {
    const definition = await chooseDefinition(tx, body);
    mustBeAllowed(caller, 'start', 'process definition', { processId: definition.processDefinitionId });
    const wasAsked = caller.idempotencyKey !== null && (await findRequest(tx, requestIdOf(caller))) !== undefined;
    return { definition, form: wasAsked ? null : await findStartForm(tx, definition), number: await drawNumber(tx) };
  });
}

/** The record's number, where the form draws one. */
function numberIn(form: Form, values: Variables): string | undefined {
  const field = fieldsOf(readSchema(form.schema).components).find(({ component }) => component.properties?.fill === 'number');
  const number = field && values[field.component.key];
  return typeof number === 'string' ? number : undefined;
}
